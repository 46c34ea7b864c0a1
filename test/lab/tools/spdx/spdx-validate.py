#!/usr/bin/env python3
"""Holds SPDX documents against the specification, by the tools that SPDX publishes: spdx-validate.py FILE..."""
import sys
from importlib.metadata import version

if sys.argv[1:] == ["--version"]:
    print(version("spdx-tools"))
    sys.exit()

from spdx_tools.spdx.parser.parse_anything import parse_file
from spdx_tools.spdx.validation.document_validator import validate_full_spdx_document

faults = 0
for path in sys.argv[1:]:
    for message in validate_full_spdx_document(parse_file(path)):
        print(f"{path}: {message.validation_message}", file=sys.stderr)
        faults += 1
sys.exit(faults > 0)
