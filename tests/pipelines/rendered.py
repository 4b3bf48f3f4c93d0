"""Renders pages in Markdown as GitHub does, and says what is on them that no page of termwise has: each argument is a page.

A page of words has headings, paragraphs, lists and tables. Whatever a report says, nothing else comes of it.
"""

import re
import sys
from html.parser import HTMLParser

try:
    import cmarkgfm
    from cmarkgfm.cmark import Options
except ImportError:
    print("cmarkgfm is not installed")
    sys.exit(3)

ELEMENTS = set("h1 h2 h3 h4 h5 h6 p ul li strong em del table thead tbody tr th td".split())
COMMENTS = {"", "written by termwise"}
# What GitHub and GitLab look for in the words of a finished page, which a comment parts: people, issues, labels.
REFERENCE = re.compile(r"@\w|[#!$%&]\d|~\w|\bgh-\d", re.IGNORECASE)


class Page(HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.faults, self.heading, self.words = [], None, ""

    def handle_starttag(self, tag, attributes):
        if tag not in ELEMENTS:
            self.faults.append(f"<{tag}> {attributes}")
        elif any(name != "align" or tag not in ("th", "td") for name, _ in attributes):
            self.faults.append(f"<{tag}> with {attributes}")
        if re.fullmatch("h[1-6]", tag):
            self.heading = ""
        self.part()

    def handle_endtag(self, tag):
        # Papers have asides of their own, whole sentences.
        if tag == "em" and not self.words.endswith("."):
            self.faults.append(f"<em> {self.words!r}")
        self.part()
        # A page's own headings quote; one that is forged begins with the word itself.
        if self.heading is not None and self.heading.lstrip().startswith("Forged"):
            self.faults.append(f"heading {self.heading!r}")
        if re.fullmatch("h[1-6]", tag):
            self.heading = None

    def handle_data(self, words):
        self.words += words
        if self.heading is not None:
            self.heading += words

    def handle_comment(self, words):
        self.part()
        if words.strip() not in COMMENTS:
            self.faults.append(f"comment {words!r}")

    def handle_decl(self, words):
        self.faults.append(f"declaration {words!r}")

    def handle_pi(self, words):
        self.faults.append(f"instruction {words!r}")

    def unknown_decl(self, words):
        self.faults.append(f"section {words!r}")

    def part(self):
        """Words between two elements or comments are read as one."""
        self.faults += [f"reference {found.group()!r} in {self.words!r}" for found in REFERENCE.finditer(self.words)]
        self.words = ""


def faults(markdown):
    extensions = ["table", "autolink", "strikethrough", "tasklist"]
    options = Options.CMARK_OPT_UNSAFE | Options.CMARK_OPT_FOOTNOTES
    page = Page()
    page.feed(cmarkgfm.markdown_to_html_with_extensions(markdown, options=options, extensions=extensions))
    page.close()
    page.part()
    return page.faults


def main():
    found = 0
    for path in sys.argv[1:]:
        with open(path, encoding="utf-8") as page:
            for fault in faults(page.read()):
                found += 1
                print(f"{path}: {fault}")
    return 1 if found else 0


sys.exit(main())
