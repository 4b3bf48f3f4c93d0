use super::*;
use crate::source::{Kind, Private, Source, SourceId};

#[test]
fn an_excerpt_with_a_masked_word_before_its_mark_has_no_bare_mark_of_another_file() {
    let mut source = Source::of("a.md", "- Pupil Tommy ::: A1 moved\n- ::: A1\n");
    source.keep(vec![Private::of(Kind::Name, 8..13)]);
    let sources = Sources::new(vec![source]);
    let at = |start: u32, end: u32| Span::new(SourceId(0), start, end);
    let found =
        Diagnostic::new("small-number", Level::Error, at(18, 20), "it stands here").related(at(8, 13), "and here");
    let told = excerpts(std::slice::from_ref(&found), &sources, false, 100);
    assert_eq!(
        told,
        "\
error[small-number]: it stands here
 --> a.md:1:19
  |
1 | - Pupil *** ::: A1 moved
  |                 ^^
  |
 ::: a.md:1:9
  |
1 | - Pupil *** ::: A1 moved
  |         --- and here

"
    );
    let coloured = excerpts(&[found], &sources, true, 100);
    assert_eq!(coloured.lines().count(), told.lines().count(), "{coloured}");
    assert_eq!(coloured.matches(":::").count(), told.matches(":::").count(), "{coloured}");
}
