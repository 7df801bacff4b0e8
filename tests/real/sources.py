"""Prints the rows of a list of codes, as its package has it: `sources.py LIST`, one JSON array of rows.

A row is `[code, names, messages]`. The files are parsed and never run, so no package needs another one. If a package is
not installed, this says so and exits with 3.
"""

import ast
import json
import re
import sys
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path


def file(package, path):
    """The text of a file of an installed package."""
    return Path(distribution(package).locate_file(path)).read_text(encoding="utf-8")


def nodes(package, path, kind):
    """The syntax nodes of a kind, in the order of the file."""
    return [node for node in ast.walk(ast.parse(file(package, path))) if isinstance(node, kind)]


def constants(package, path):
    """What the assignments of a file give to names, if it is a number."""
    for node in nodes(package, path, ast.Assign):
        if isinstance(node.value, ast.Constant) and isinstance(node.value.value, int):
            yield node.targets[0].id, node.value.value


def dictionary(package, path, name):
    """The entries of a dictionary, by the syntax of their keys and values."""
    for node in nodes(package, path, (ast.Assign, ast.AnnAssign)):
        target = node.target if isinstance(node, ast.AnnAssign) else node.targets[0]
        if isinstance(target, ast.Name) and target.id == name:
            value = next(node for node in ast.walk(node.value) if isinstance(node, ast.Dict))
            return list(zip(value.keys, value.values))
    raise LookupError(f"{path} has no dictionary {name}")


def opc_ua():
    entries = dictionary("asyncua", "asyncua/ua/status_codes.py", "code_to_name_doc")
    for code, (name, _) in ((key.value, ast.literal_eval(value)) for key, value in entries):
        yield code, [name], []


def canopen():
    for code, message in dictionary("canopen", "canopen/sdo/exceptions.py", "CODES"):
        yield code.value, [], [message.value]


def smpp():
    path = "smpplib/consts.py"
    messages = {key.id: value.value for key, value in dictionary("smpplib", path, "DESCRIPTIONS")}
    for name, code in constants("smpplib", path):
        if name in messages:
            yield code, [name.removeprefix("SMPP_")], [messages[name]]


def mqtt():
    for code, names in dictionary("paho-mqtt", "paho/mqtt/reasoncodes.py", "names"):
        yield code.value, [name.value for name in names.keys], []


def ldap():
    path = "ldap3/core/results.py"
    codes = dict(constants("ldap3", path))
    for code, name in dictionary("ldap3", path, "RESULT_CODES"):
        yield codes[code.id], [name.value], []


def zarinpal():
    for call in nodes("irgateway", "irgateway/zarinpal/errors.py", ast.Call):
        if len(call.args) == 3:
            code, *messages = map(ast.literal_eval, call.args)
            yield code, [], messages


def sqlstate():
    for node in nodes("psycopg", "psycopg/errors.py", ast.ClassDef):
        keywords = {keyword.arg: keyword.value.value for keyword in node.keywords}
        if "code" in keywords:
            yield keywords["code"], [keywords["name"].lower()], []


def stripe():
    declared = nodes("stripe", "stripe/_setup_intent.py", ast.AnnAssign)
    (code,) = [node for node in declared if node.target.id == "code"]
    for node in ast.walk(code.annotation):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value, [], []


def iso_8583():
    path = Path(__file__).parents[2] / "target/tools/real/node_modules/iso_8583/lib/transactionStatus.js"
    if not path.exists():
        raise PackageNotFoundError("iso_8583")
    for code, message in re.findall(r"^ *'(\w+)': '(.*)',?$", path.read_text(encoding="utf-8"), re.MULTILINE):
        yield code, [], [message]


LISTS = [opc_ua, canopen, smpp, mqtt, ldap, zarinpal, sqlstate, stripe, iso_8583]

if __name__ == "__main__":
    rows = {function.__name__: function for function in LISTS}[sys.argv[1]]
    try:
        json.dump(list(rows()), sys.stdout)
    except PackageNotFoundError as missing:
        print(f"the package {missing.args[0]} is not installed: run tests/real/install", file=sys.stderr)
        sys.exit(3)
