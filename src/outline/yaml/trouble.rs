//! What cannot be read in YAML, in an officer's words: what stands there, and what to write instead.
//!
//! The parser reports where its grammar broke down, which is often a line after the slip; the slip itself
//! is looked for in the text. Messages never repeat words of the report: they may be private.

use crate::diagnostic::Diagnostic;
use crate::source::SourceId;
use granit_parser::{ErrorKind, ScanError};
use line::tight_colon;

mod line;
mod reference;
pub use reference::{alias, anchor, hash, key_of_several, merge, tag};

/// What is known of the place where the parser stopped; all offsets are bytes of `text`.
pub struct Slip<'a> {
    /// The YAML.
    pub text: &'a str,
    /// Its source.
    pub id: SourceId,
    /// Where it begins in the source.
    pub from: u32,
    /// Where the parser stopped.
    pub at: usize,
    /// The end of the last words or mark that were read.
    pub cursor: usize,
    /// Where the last words, list or map begin and end.
    pub last: (usize, usize),
    /// The innermost bracket that is open.
    pub opened: Option<usize>,
}

const QUOTE: &str = "put all of the words between quotation marks";

impl Slip<'_> {
    /// The finding for the parser's error.
    pub fn diagnose(&self, error: &ScanError) -> Diagnostic {
        use ErrorKind as E;
        match error.kind() {
            E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabAtBlockScalarStart
            | E::TabInPlainScalar
            | E::InvalidBlockEntryWhitespace => self.tab(),
            E::InvalidQuotedScalarIndent | E::UnclosedQuotedScalar | E::DocumentIndicatorInQuotedScalar => {
                self.unclosed_quote()
            }
            E::InvalidTrailingSingleQuotedScalar => self.after_quote("it''s"),
            E::InvalidTrailingDoubleQuotedScalar => self.after_quote("\\\""),
            E::MappingValueNotAllowed => self.colon(),
            E::MappingKeyNotAllowed => self.sign('?'),
            E::SimpleKeyExpected | E::InvalidSimpleKey => self.no_colon(self.at),
            E::InvalidColonPlacement | E::FlowMappingValueAdjacentCollection => self.unclosed_bracket(),
            E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping
            | E::ExpectedFlowMappingSeparator
            | E::ExpectedFlowSequenceSeparator
            | E::BlockEntryInFlowCollection
            | E::UnclosedFlowCollection { .. } => self.unclosed_bracket(),
            E::MisplacedFlowCollectionEnd | E::MismatchedFlowCollectionEnd { .. } => self.stray_bracket(),
            E::UnexpectedCharacter { character } => self.character(*character),
            E::MissingTagUri | E::UndeclaredTagHandle | E::InvalidTagTerminator | E::InvalidTagEscape => {
                self.opens('!', self.at)
            }
            E::MissingAnchorOrAliasName => self.opens(self.char_at(self.at).unwrap_or('*'), self.at),
            E::PlainScalarStartsWithDashFlowIndicator => self.opens('-', self.at),
            E::BlockSequenceEntryNotAllowed if self.is_alone('-') => self.sign('-'),
            E::BlockSequenceEntryNotAllowed => self.at_rest("a list starts here on the line of its key").help(
                "put each “-” on a line of its own under the key; \
                 or, if these are words, put them between quotation marks",
            ),
            E::ExpectedBlockMappingKey
            | E::ExpectedBlockSequenceEntry
            | E::InvalidIndentation
            | E::InvalidFlowScalarIndent
            | E::InvalidBlockScalarIndent => self.inset(),
            E::UnknownQuotedScalarEscape | E::InvalidQuotedScalarHexEscape | E::InvalidUnicodeEscape => self.escape(),
            E::ExpectedDocumentStart
            | E::MissingDocumentEndBeforeDirective
            | E::InvalidDirectiveName
            | E::MissingDirectiveName => self.directive(),
            E::CommentNotSeparated | E::CommentInterceptedScalar => {
                self.at_rest("“#” starts a comment here, so the words after it are not read").help(QUOTE)
            }
            E::InvalidDocumentEnd => self
                .at_rest("“...” ends the report, and nothing may follow on its line")
                .help("put it on a line of its own"),
            E::InvalidBlockScalarHeader => self
                .at_rest("words stand on the line of “|” or “>”, which opens a text on the lines below it")
                .help("start the text on the next line, set in by two spaces"),
            _ => self.at_rest("this line cannot be read as YAML").help(
                "compare the line, and the one above it, with a report that is read; \
                 quotation marks around words often help",
            ),
        }
    }

    fn tab(&self) -> Diagnostic {
        let start = self.line_start(self.at);
        let found = self.text.get(start..).and_then(|rest| rest.find('\t'));
        let tab = found.map_or(self.at, |at| start + at);
        self.on(tab, tab + 1, "a tab stands before these words; YAML lines are set in with spaces only")
            .help("write spaces instead of the tab, as many as the lines around it have")
    }

    fn unclosed_quote(&self) -> Diagnostic {
        let rest = self.text.get(self.cursor..).unwrap_or_default();
        let Some(open) = rest.find(['"', '\'']) else {
            return self.at_rest("a quotation mark is not closed before here").help("close it at the end of the words");
        };
        let open = self.cursor + open;
        let finding = self
            .on(open, open + 1, "this quotation mark opens words and is not closed before the next line begins")
            .help(
                "close it at the end of the words; \
                 lines that go on inside quotation marks are set in deeper than their key",
            );
        if self.at <= open || self.line_end(self.at) == self.at {
            return finding;
        }
        finding.related(self.span(self.at, self.line_end(self.at)), "the words were read up to here")
    }

    fn after_quote(&self, inner: &str) -> Diagnostic {
        self.at_rest("the quotation marks are closed already, and words go on after them").help(format!(
            "put all of the words between one pair of quotation marks; write one that stands inside them as {inner}"
        ))
    }

    /// A colon where no key can be. The words before it tell which slip it was.
    fn colon(&self) -> Diagnostic {
        let (start, end) = self.last;
        let words = self.text.get(start..end.max(start)).unwrap_or_default();
        let own = (self.line_start(self.at) + self.indent(self.at)).max(start);
        if self.text.get(end..self.at).is_some_and(|between| between.trim().is_empty()) && words.contains('\n') {
            if self.line_start(start) + self.indent(start) == start {
                return self.no_colon(start);
            }
            return self
                .on(
                    own,
                    self.at + 1,
                    "this line is set in deeper than its key, \
                     so it belongs to the words above, and its colon has no place in them",
                )
                .help(
                    "give this key as many spaces as the other keys of its group; \
                     or, if it is no key, put all of the words between quotation marks",
                );
        }
        self.on(own, self.at + 1, "a colon followed by a space inside these words starts a new key")
            .help("put the words in quotation marks, from after the key to the end: key: \"words: more words\"")
    }

    /// A sign that opens a key or a list, where words belong.
    fn sign(&self, sign: char) -> Diagnostic {
        if self.is_alone(sign) {
            return self.on(self.at, self.at + 1, format!("“{sign}” alone cannot stand after a key")).help(format!(
                "write what belongs here in its place; if the sign is meant, put it between quotation marks: \"{sign}\""
            ));
        }
        self.opens(sign, self.at)
    }

    /// Whether the rest of the line is this sign.
    fn is_alone(&self, sign: char) -> bool {
        let rest = self.text.get(self.at..self.line_end(self.at)).unwrap_or_default();
        rest.trim().strip_prefix(sign).is_some_and(|after| after.is_empty() || after.trim_start().starts_with('#'))
    }

    fn no_colon(&self, at: usize) -> Diagnostic {
        let line = self.text.get(at..self.line_end(at)).unwrap_or_default();
        if let Some(colon) = tight_colon(line) {
            return self
                .on(at, at + colon + 1, "this colon has no space after it, so these words are not a key")
                .help("put a space after the colon");
        }
        self.on(at, self.line_end(at), "a key is expected here, and these words have no colon after them").help(
            "write a key with a colon, such as “district: Northmoor”; \
             words that go on from the line above are set in deeper than its key",
        )
    }

    fn unclosed_bracket(&self) -> Diagnostic {
        let Some(open) = self.opened else {
            return self.at_rest("a colon stands where a list or a group goes on").help(QUOTE);
        };
        let bracket = self.char_at(open).unwrap_or('[');
        let close = if bracket == '{' { '}' } else { ']' };
        self.on(open, open + 1, format!("“{bracket}” opens a list here that is not closed"))
            .help(format!("close it with “{close}” after its last words; or, if it is no list, {QUOTE}"))
            .related(self.span(self.at, self.line_end(self.at)), "it was read up to here")
    }

    fn stray_bracket(&self) -> Diagnostic {
        let bracket = self.char_at(self.at).unwrap_or(']');
        self.on(self.at, self.at + 1, format!("“{bracket}” closes a list that was not opened so"))
            .help(format!("take it out; or, if it belongs to the words, {QUOTE}"))
    }

    fn character(&self, character: char) -> Diagnostic {
        if character.is_control() || !character.is_ascii() {
            let end = self.at + self.char_at(self.at).map_or(0, char::len_utf8);
            let message = format!("a character that cannot be shown (U+{:04X}) stands here", u32::from(character));
            return self.on(self.at, end, message).help("delete it; such characters come along with pasted text");
        }
        self.opens(character, self.at)
    }

    fn opens(&self, character: char, at: usize) -> Diagnostic {
        self.on(
            at,
            self.line_end(at),
            format!("words cannot begin with “{character}” unless quotation marks stand around them"),
        )
        .help(QUOTE)
    }

    /// Something stands where a key or a list item should: set in wrongly, or words after a list, a
    /// quotation or an alias on the same line.
    fn inset(&self) -> Diagnostic {
        let (start, end) = self.last;
        let beside = self.text.get(end..self.at).is_some_and(|between| !between.contains('\n'));
        match self.char_at(start) {
            Some(c @ ('[' | '{' | '*' | '&' | '!')) if beside && end > start => return self.opens(c, start),
            _ => {}
        }
        let line = self.line_start(self.at) + self.indent(self.at);
        if self.text.get(line..).is_some_and(|rest| rest.starts_with("- ")) {
            return self.on(line, self.line_end(line), "this list item does not stand in line with a list").help(
                "give each “-” of a list the same number of spaces before it, \
                 and put the list under its key, which has nothing but a colon after it",
            );
        }
        self.on(line, self.line_end(line), "this line is not set in like the lines it belongs with")
            .help("give every key of a group, and every “-” of a list, the same number of spaces before it")
    }

    fn escape(&self) -> Diagnostic {
        let start = self.cursor;
        let rest = self.text.get(start..).unwrap_or_default();
        let mut pairs = rest.char_indices().zip(rest.chars().skip(1).chain(['\n']));
        let mut skip = false;
        let odd = pairs.find(|((_, c), next)| {
            let opens = *c == '\\' && !skip;
            skip = opens;
            opens && !"0abt\tnvfre \"/\\N_LP\n".contains(*next)
        });
        let at = odd.map_or(self.at, |((at, _), _)| start + at);
        self.on(at, at + 2, "inside these quotation marks “\\” begins a code, and this is none")
            .help("write “\\\\” for one “\\”, or use single quotation marks")
    }

    fn directive(&self) -> Diagnostic {
        let line = self.line_start(self.at);
        let before = self.line_start(line.saturating_sub(1));
        match [line, before].into_iter().find(|start| self.char_at(*start) == Some('%')) {
            Some(start) => self.opens('%', start),
            None => self
                .at_rest("this line cannot be read as YAML")
                .help("put “---” on a line of its own between two reports"),
        }
    }
}
