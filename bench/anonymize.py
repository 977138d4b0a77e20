"""Anonymizes a folder by the table of PS3.15 E.1-1 with pydicom, as scripts commonly do.

Arguments: the table (the plugin's profile.tsv), folder, folder of the results. One process, one thread.
"""

import hashlib
import os
import re
import sys

import pydicom


def actions(table):
    """Tag -> first letter of the basic profile's action, the first one where there are several."""
    found = {}
    with open(table, encoding="utf-8") as rows:
        for row in rows:
            fields = row.rstrip("\n").split("\t")
            if re.fullmatch("[0-9A-F]{8}", fields[0]):
                found[int(fields[0], 16)] = fields[3][0]
    return found


def new_uid(uid):
    number = int.from_bytes(hashlib.sha256(("key" + uid).encode()).digest()[:16], "big")
    return "2.25." + str(number)


def change(data, table):
    for element in list(data):
        tag = int(element.tag)
        if element.tag.is_private:
            del data[element.tag]
        elif tag in table:
            code = table[tag]
            if code == "X":
                del data[element.tag]
            elif code == "Z":
                element.value = [] if element.VR == "SQ" else ""
            elif code == "U":
                element.value = new_uid(str(element.value))
            elif element.VR in ("DA", "TM", "DT"):
                element.value = ""
            elif element.VR != "SQ":
                element.value = "ANON"
        elif element.VR == "SQ":
            for item in element.value:
                change(item, table)


def main(table_file, source, target):
    table = actions(table_file)
    os.makedirs(target, exist_ok=True)
    for name in os.listdir(source):
        data = pydicom.dcmread(os.path.join(source, name))
        change(data, table)
        data.file_meta.MediaStorageSOPInstanceUID = data.SOPInstanceUID
        data.PatientIdentityRemoved = "YES"
        data.save_as(os.path.join(target, name))


if __name__ == "__main__":
    main(*sys.argv[1:])
