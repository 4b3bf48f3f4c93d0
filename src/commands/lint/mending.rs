//! `lint --fix`: mends the files that were asked for, or shows what would be changed in them.

use crate::commands::{Out, Printed, troubles};
use crate::diagnostic::{Diagnostic, Trouble};
use crate::files::{self, Written};
use crate::fix;
use crate::form::Limit;
use crate::load::{Content, Input, Loaded, load};
use crate::mend::{Judge, MAX_MENDED, Mended};
use crate::outline::Language;
use crate::render::{findings::many, plain};
use crate::rules;
use crate::source::{Origin, SourceId, number};
use rayon::prelude::*;

/// What came of mending files.
#[derive(Default)]
pub(super) struct Mending {
    /// A line for each file that was mended.
    pub said: Vec<String>,
    /// The files that could not be.
    pub troubles: Vec<Trouble>,
    /// How many findings are mended.
    pub findings: usize,
}

/// Mends the findings that it `takes` in every file of `inputs` where it stands.
pub(super) fn write(inputs: &[Input], judge: Judge<'_>, takes: Takes<'_>) -> Mending {
    let mut mending = Mending::default();
    for (input, bytes, mended) in mended(inputs, judge, takes) {
        let Content::File(path) = &input.content else { continue };
        let written = mended.and_then(|mended| Ok((files::replace(path, &bytes, &mended.bytes)?, mended.findings)));
        match written {
            Ok((written, findings)) => {
                let sure = match written {
                    Written::Kept => "",
                    Written::Unconfirmed => "; the disk did not confirm that it will stay, so look at it again",
                };
                mending.said.push(format!("termwise: mended {} in {}{sure}", many(findings, "finding"), input.name));
                mending.findings += findings;
            }
            Err(why) => mending.troubles.push(Trouble { name: input.name.clone(), why }),
        }
    }
    mending
}

/// What `write` would change, as a unified diff of all files; nothing is written. `missing` could not be read.
pub(super) fn show(inputs: &[Input], missing: &[Trouble], judge: Judge<'_>, takes: Takes<'_>) -> Printed {
    let (mut page, mut missing) = (String::new(), missing.to_vec());
    for (input, bytes, mended) in mended(inputs, judge, takes) {
        let shown = |bytes: Vec<u8>| {
            let loaded = load(vec![Input::of(&input.name, bytes)], judge.form);
            let source = loaded.sources.get(SourceId(0));
            source.map_or_else(String::new, |source| source.shown(0..number(source.text.len())))
        };
        match mended {
            Ok(mended) => page += &fix::unified(&plain(&input.name), &shown(bytes), &shown(mended.bytes)),
            Err(why) => missing.push(Trouble { name: input.name.clone(), why }),
        }
    }
    let code = if missing.is_empty() { u8::from(!page.is_empty()) } else { 2 };
    Printed { said: troubles(&missing), out: Out::Text(page), code }
}

/// The most files that are named one by one.
const MOST: usize = 10;

/// Says of files that hold what `--fix` mends elsewhere why they are left as they are.
pub(super) fn left_alone(found: &[Diagnostic], loaded: &Loaded) -> Vec<String> {
    let fixes = |finding: &Diagnostic| rules::ALL.iter().any(|rule| rule.fixes && rule.name == finding.rule);
    let mut said = Vec::new();
    for one in found.chunk_by(|a, b| a.span.source == b.span.source) {
        let to_mend = one.iter().any(|finding| finding.explained.is_none() && fixes(finding));
        let source = one.first().and_then(|first| loaded.sources.get(first.span.source)).filter(|_| to_mend);
        let Some(source) = source else { continue };
        let unread = one.iter().any(|finding| finding.rule == "unreadable");
        let why = match Language::of(&source.name) {
            Some(Language::Plain) => "--fix mends Markdown and YAML, and this is plain text",
            _ if source.origin != Origin::File => "--fix mends files in UTF-8; save it so first",
            _ if source.text.len() > MAX_MENDED => "it is too long for --fix, which tries every change",
            _ if unread => "part of it cannot be read; correct that first",
            _ => continue,
        };
        said.push(format!("termwise: {} is left as it is: {why}", source.name));
    }
    let more = said.len().saturating_sub(MOST);
    said.truncate(MOST);
    said.extend((more > 0).then(|| format!("termwise: {} more left as they are", many(more, "file"))));
    said
}

/// Whether a finding of what was read may be mended.
type Takes<'a> = &'a (dyn Fn(&Diagnostic, &Loaded) -> bool + Sync);

/// An input, what it held, and with its fixes made.
type Outcome<'a> = (&'a Input, Vec<u8>, Result<Mended, String>);

/// The inputs that are changed by their fixes, or could not be mended, with what they held.
fn mended<'a>(inputs: &'a [Input], judge: Judge<'_>, takes: Takes<'_>) -> Vec<Outcome<'a>> {
    let one = |input: &'a Input| {
        let bytes = match &input.content {
            Content::File(path) => match files::read(path, judge.form.limits.of(Limit::File)) {
                Ok(bytes) => bytes,
                Err(why) => return Some((input, Vec::new(), Err(why.told(&judge.form.limits)))),
            },
            Content::Bytes(bytes) => bytes.clone(),
        };
        let mended = judge.mend(input, &bytes, takes).transpose()?;
        Some((input, bytes, mended))
    };
    inputs.par_iter().filter_map(one).collect()
}
