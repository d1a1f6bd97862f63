export DIB_INSTALLTYPE_pip_and_virtualenv=${DIB_INSTALLTYPE_pip_and_virtualenv:-package}
export DIB_PYTHON_PIP=${DIB_PYTHON_PIP:-$DIB_PYTHON -m pip}
export DIB_PYTHON_VIRTUALENV=${DIB_PYTHON_VIRTUALENV:-$DIB_PYTHON -m virtualenv}
