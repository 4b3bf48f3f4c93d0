//! What YAML can name and refer to, and termwise does not follow.

use crate::diagnostic::{Diagnostic, Level};
use crate::source::Span;

/// A name given to words with `&`.
pub fn anchor(span: Span) -> Diagnostic {
    Diagnostic::unreadable(span, "“&” gives what follows a name to be used again, which termwise does not follow")
        .help("leave the name out, and write the words out wherever they belong")
}

/// Words after a `#`, on the line of others.
pub fn hash(span: Span) -> Diagnostic {
    Diagnostic::new("text-outside-sections", Level::Query, span, "words after “#” are not read")
        .help("put quotation marks around the whole line; what is no part of the report, on a line of its own")
}

/// Words named with `*` instead of being written.
pub fn alias(span: Span) -> Diagnostic {
    Diagnostic::unreadable(span, "“*” stands for words written elsewhere, which termwise does not follow")
        .help("write the words out here; words that really begin with “*” need quotation marks around them")
}

/// A type given with `!`.
pub fn tag(span: Span) -> Diagnostic {
    Diagnostic::unreadable(span, "“!” gives what follows a type, which termwise does not use")
        .help("leave it out; words that really begin with “!” need quotation marks around them")
}

/// Keys taken over with `<<`.
pub fn merge(span: Span) -> Diagnostic {
    Diagnostic::unreadable(span, "“<<” takes over keys from elsewhere, which termwise does not follow")
        .help("write the keys and their words out here")
}

/// A list or map where a key should be.
pub fn key_of_several(span: Span) -> Diagnostic {
    Diagnostic::unreadable(span, "a list or a group of keys stands where one key is expected")
        .help("write a key as plain words followed by a colon")
}
