"""Logging for the Python programs of elements."""

import json
import logging
import logging.config
import os


def setup():
    """Logs to standard error, or as the file DIB_PYTHON_LOGGING_CONFIG_FILE has it."""
    path = os.environ.get("DIB_PYTHON_LOGGING_CONFIG_FILE")
    if path:
        with open(path) as file:
            logging.config.dictConfig(json.load(file))
        return
    trace = os.environ.get("DIB_DEBUG_TRACE", "0")
    level = logging.DEBUG if trace.isdigit() and int(trace) > 0 else logging.INFO
    logging.basicConfig(
        level=level, format="%(asctime)s.%(msecs)03d %(levelname)s %(name)s [-] %(message)s",
        datefmt="%Y-%m-%d %H:%M:%S")
