#pragma once

#include "rooted.h"
