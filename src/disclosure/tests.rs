use super::scan;
use crate::source::Source;
#[test]
fn dump() {
    let Ok(path) = std::env::var("DUMP") else { return };
    for path in path.split(',') {
        let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
        let source = Source::of("a.md", &text);
        for one in scan(&source, &[]) {
            let line = source.position(one.at.start).line;
            println!(
                "DUMP {}:{line} {:?} {} {:?} [{}]",
                path.rsplit('/').next().unwrap(),
                one.kind,
                one.value,
                source.slice(one.at.start, one.at.end),
                source.slice(source.whole_lines(one.at.clone()).start, source.whole_lines(one.at.clone()).end).trim()
            );
        }
    }
}
