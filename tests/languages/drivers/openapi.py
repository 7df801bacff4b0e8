"""Judges documents of OpenAPI, and values by their components: a JSON array with a document and values in each line.

Prints a line for each: whether each of the values is one of each component.
"""

import json
import sys

from openapi_schema_validator import OAS31Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

for line in sys.stdin:
    document, values = json.loads(line)
    OpenAPIV31SpecValidator(document).validate()
    schemas = document["components"]["schemas"]
    validators = {name: OAS31Validator(schema) for name, schema in schemas.items()}
    judged = {name: [validator.is_valid(value) for value in values] for name, validator in validators.items()}
    print(json.dumps(judged))
