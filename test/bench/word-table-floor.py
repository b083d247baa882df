"""The floor of writing a task table to Word: python-docx by its fastest way.

Its own table.add_row and cell.text look the whole table through for each cell; here a finished row is copied, its texts are set in
the XML, and the copy is appended. Reads rows as JSON [[{"paragraphs": [...], "merge": "none|start|continued"}]], writes the file so
many times, and prints one line of milliseconds for each, then the most memory it held, in kilobytes.
"""

import copy
import json
import resource
import sys
import time

import docx
from docx.enum.section import WD_ORIENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

source, target, runs = sys.argv[1], sys.argv[2], int(sys.argv[3])
with open(source, encoding="utf-8") as file:
    rows = json.load(file)
columns = len(rows[0])


def write():
    document = docx.Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    table = document.add_table(1, columns)
    table.style = "Table Grid"
    grid = table._tbl
    prototype = grid.tr_lst[0]
    for cell in prototype.tc_lst:
        run = cell.p_lst[0].add_r()
        run.text = "x"
    grid.remove(prototype)
    for at, row in enumerate(rows):
        made = copy.deepcopy(prototype)
        if at == 0:
            made.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
        for tc, cell in zip(made.tc_lst, row):
            if cell["merge"] != "none":
                tc.get_or_add_tcPr().get_or_add_vMerge().val = "restart" if cell["merge"] == "start" else None
            first = tc.p_lst[0]
            paragraphs = cell["paragraphs"] or [""]
            for text in paragraphs[1:]:
                further = copy.deepcopy(first)
                further.find(".//" + qn("w:t")).text = text
                tc.append(further)
            first.find(".//" + qn("w:t")).text = paragraphs[0]
        grid.append(made)
    document.save(target)


for _ in range(runs):
    started = time.perf_counter()
    write()
    print((time.perf_counter() - started) * 1000)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
