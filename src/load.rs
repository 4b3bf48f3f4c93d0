//! From files to a corpus: read, decoded, outlined and bound in parallel here, and nowhere else.
//!
//! One file that cannot be worked on, or on which termwise itself breaks, does not stop the others.

use crate::corpus::Corpus;
use crate::diagnostic::{BROKE, Diagnostic, Level, NotRead, Trouble};
use crate::disclosure;
use crate::files;
use crate::form::{Form, Limit, Tail};
use crate::outline::{self, Body, Entry, Language};
use crate::page;
use crate::report::{self, Headed, Report, Stated, bind};
use crate::source::{self, Look, NoText, Origin, Private, Run, Source, SourceId, Sources, Span, Text, number};
use rayon::prelude::*;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

mod judged;
pub use judged::judged;

/// One input.
#[derive(Clone, Debug)]
pub struct Input {
    /// The name shown to people; its extension tells the language.
    pub name: String,
    /// Where its bytes are.
    pub content: Content,
    /// Its path from the root of the collection, with `/`; `None` for its name.
    pub path: Option<String>,
    /// Whether it was named on the command line: then it is a report whatever it looks like.
    pub named: bool,
    /// Whether private words in it are told of even where it is no report: somebody hands it in.
    pub handed_in: bool,
}

/// Where the bytes of an input are.
#[derive(Clone, Debug)]
pub enum Content {
    /// In a file.
    File(PathBuf),
    /// At hand already.
    Bytes(Vec<u8>),
}

impl Input {
    /// An input whose bytes are at hand, checked as if it had been named.
    #[must_use]
    pub fn of(name: &str, bytes: impl Into<Vec<u8>>) -> Input {
        Input {
            name: name.to_owned(),
            content: Content::Bytes(bytes.into()),
            path: None,
            named: true,
            handed_in: false,
        }
    }

    /// A file that was found.
    #[must_use]
    pub fn found(file: files::Found) -> Input {
        Input { name: file.name, content: Content::File(file.path), path: None, named: file.named, handed_in: false }
    }

    /// The same input with these bytes in it.
    #[must_use]
    pub fn with(&self, bytes: &[u8]) -> Input {
        Input { content: Content::Bytes(bytes.to_vec()), ..self.clone() }
    }

    /// Where its file is, or would be by its name.
    #[must_use]
    pub fn place(&self) -> PathBuf {
        match &self.content {
            Content::File(path) => path.clone(),
            Content::Bytes(_) => PathBuf::from(&self.name),
        }
    }

    /// The one path of its file, links resolved; `None` if it is in no file or cannot be found.
    #[must_use]
    pub fn real_path(&self) -> Option<PathBuf> {
        match &self.content {
            Content::File(path) => files::real(path),
            Content::Bytes(_) => None,
        }
    }
}

/// Everything that was read.
#[derive(Debug, Default)]
pub struct Loaded {
    /// The sources, in the order of their names.
    pub sources: Sources,
    /// The reports.
    pub corpus: Corpus,
    /// What could not be read as it stands.
    pub diagnostics: Vec<Diagnostic>,
    /// Files that could not be worked on, by name.
    pub troubles: Vec<Trouble>,
    /// Files of which nothing can be read, as they are no text or empty, by name.
    pub no_text: Vec<NotRead>,
    /// Files that are no reports, by name.
    pub not_reports: Vec<String>,
    /// Those of them that termwise wrote: its own pages, lying among the reports.
    pub own_pages: Vec<String>,
}

/// What was read of a source.
struct Read<T> {
    reports: Vec<Report>,
    diagnostics: Vec<Diagnostic>,
    trouble: Option<String>,
    no_text: Option<NoText>,
    is_report: bool,
    is_own_page: bool,
    told: T,
}

fn broken<T: Default>(name: String, why: String) -> (Source, Read<T>) {
    let source = Source::decode(name, Vec::new());
    let (reports, diagnostics, told) = (Vec::new(), Vec::new(), T::default());
    (
        source,
        Read { reports, diagnostics, trouble: Some(why), no_text: None, is_report: true, is_own_page: false, told },
    )
}

/// Reads every input and binds it to the form. The order of `inputs` does not matter: they are taken by
/// name. Work is spread over the threads of the pool that it is called in.
#[must_use]
pub fn load(inputs: Vec<Input>, form: &Form) -> Loaded {
    load_and(inputs, form, Scan::WhenShown, |_, _, _| ()).0
}

/// When the private words of a source are looked for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Scan {
    /// Where it is read: they are wanted of every source.
    Now,
    /// When its words are first to be shown. Then it is read once more; of a page of counts most never are.
    WhenShown,
}

/// The same, and what `tell` says of the reports of each file, or of one that is handed in and no report. It is asked where they have just been read: a
/// collection of thousands is far larger than what a processor has at hand, and to come back to each later takes
/// longer than most of what there is to do there.
#[must_use]
pub fn load_and<T, F>(mut inputs: Vec<Input>, form: &Form, scan: Scan, tell: F) -> (Loaded, Vec<T>)
where
    T: Default + Send,
    F: Fn(&[Report], &Sources, bool) -> T + Sync,
{
    inputs.sort_by(|a, b| a.name.cmp(&b.name));
    let look = (scan == Scan::WhenShown).then(|| look(form));
    let one = |(at, input): (usize, Input)| {
        let name = input.name.clone();
        let id = SourceId(crate::source::number(at));
        catch_unwind(AssertUnwindSafe(|| read(input, id, form, look.as_ref(), &tell)))
            .unwrap_or_else(|_| broken(name, BROKE.to_owned()))
    };
    let (mut sources, mut all): (Vec<Source>, Vec<Read<T>>) = (Vec::new(), Vec::new());
    inputs.into_par_iter().enumerate().map(one).unzip_into_vecs(&mut sources, &mut all);
    let mut loaded = Loaded::default();
    let (mut reports, mut told) = (Vec::with_capacity(all.len()), Vec::with_capacity(all.len()));
    for (source, read) in sources.iter().zip(all) {
        if let Some(why) = read.trouble {
            loaded.troubles.push(Trouble { name: source.name.clone(), why });
        }
        if let Some(NoText { what, how }) = read.no_text {
            loaded.no_text.push(NotRead { name: source.name.clone(), what: what.to_owned(), how: Some(how) });
        }
        if read.is_report {
            reports.extend(read.reports);
            loaded.diagnostics.extend(read.diagnostics);
        } else {
            loaded.not_reports.push(source.name.clone());
            loaded.own_pages.extend(read.is_own_page.then(|| source.name.clone()));
        }
        told.push(read.told);
    }
    loaded.sources = Sources::new(sources).beside(form.settings.clone());
    loaded.corpus = Corpus::new(reports);
    (loaded, told)
}

fn read<T, F>(input: Input, id: SourceId, form: &Form, look: Option<&Look>, tell: &F) -> (Source, Read<T>)
where
    T: Default,
    F: Fn(&[Report], &Sources, bool) -> T,
{
    let Some(language) = Language::of(&input.name) else {
        let why = not_read(&input.name);
        return broken(input.name, why);
    };
    let bytes = match input.content {
        Content::Bytes(bytes) if bytes.len() > form.limits.of(Limit::File) => {
            Err(files::Unread::TooLarge(form.limits.of(Limit::File)))
        }
        Content::Bytes(bytes) => Ok(bytes),
        Content::File(path) => files::read(&path, form.limits.of(Limit::File)),
    };
    let bytes = match bytes {
        Ok(bytes) => bytes,
        Err(why @ files::Unread::TooLarge(_)) if !input.named => {
            return broken(input.name, why.told(&form.limits) + NO_REPORT);
        }
        Err(why) => return broken(input.name, why.told(&form.limits)),
    };
    let mut source = Source::decode(input.name, bytes);
    if let Some(path) = input.path {
        source.path = path;
    }
    // It quotes reports, and read as one it would change what is counted; no name on a command line makes it one.
    let is_own_page = page::is_own(&source.text);
    if is_own_page && !input.handed_in {
        let (reports, diagnostics, told) = (Vec::new(), Vec::new(), T::default());
        let (trouble, no_text) = (None, None);
        return (source, Read { reports, diagnostics, trouble, no_text, is_report: false, is_own_page: true, told });
    }
    let Bound { mut reports, mut diagnostics, over_limit } = bound(&source, id, language, form);
    diagnostics.extend(odd_encoding(&source, id));
    let trouble = over_limit.filter(|_| !is_own_page).map(|over| over.told(&form.limits));
    let no_text = match source.origin {
        Origin::Binary(kind) => Some(*kind),
        // One that is named is a report that is still to be written, and what it lacks is told.
        _ if !input.named && source.text.trim().is_empty() => Some(EMPTY),
        _ => None,
    };
    if no_text == Some(EMPTY) {
        // What an empty file lacks is all that a report holds: that would be said ten times over.
        let fault = Diagnostic::unreadable(Span::new(id, 0, 0), "this file is empty").help(EMPTY.how);
        (reports, diagnostics) = (Vec::new(), vec![fault]);
    }
    let looks_like_one =
        || no_text.is_some() || input.named || trouble.is_some() || reports.iter().any(Report::looks_like_one);
    let is_report = !is_own_page && looks_like_one();
    file_under(&mut reports, &source.path, form);
    let reports = Arc::new(reports);
    match look {
        // What a report states of itself is shown unsearched where it can be nothing but a name.
        Some(_) if !reports.iter().any(disclosure::may_name) => source.keep_later(at_hand(&reports)),
        _ => source.keep(disclosure::scan(&source, &reports)),
    }
    let (mut source, told) = match is_report || input.handed_in {
        // A file of which no report can be made may hold private words all the same: it tells of them by itself.
        true if reports.is_empty() => {
            let blank = Entry::of(outline::Kind::Report, Body::None, Span::new(id, 0, number(source.text.len())));
            let blank = bind(blank, language, 0, form);
            Sources::alone(source, id, |sources| tell(&[blank], sources, false))
        }
        true => Sources::alone(source, id, |sources| tell(&reports, sources, is_report)),
        false => (source, T::default()),
    };
    source.leave_to(look);
    let reports = Arc::try_unwrap(reports).unwrap_or_else(|shared| Vec::clone(&shared));
    (source, Read { reports, diagnostics, trouble, no_text, is_report, is_own_page, told })
}

/// What stands in a source.
struct Bound {
    reports: Vec<Report>,
    diagnostics: Vec<Diagnostic>,
    over_limit: Option<outline::Over>,
}

fn bound(source: &Source, id: SourceId, language: Language, form: &Form) -> Bound {
    let is_label = |words: &str, tail: Tail| form.is_label(words, tail);
    let outline = outline::read(source, id, language, &is_label, &form.limits);
    let (diagnostics, over_limit) = (outline.diagnostics, outline.over_limit);
    let cut_at = diagnostics.iter().find(|found| found.rule == "unreadable").map(|found| found.span);
    let cut_short = cut_at.is_some();
    let numbered = outline.reports.into_iter().enumerate();
    let bound = numbered.map(|(number, entry)| Report { cut_short, cut_at, ..bind(entry, language, number, form) });
    Bound { reports: bound.collect(), diagnostics, over_limit }
}

/// What finds the private words of a source that has been read by this form, and whose reports are elsewhere by now.
fn look(form: &Form) -> Look {
    let form = form.clone();
    Look::of(move |source| {
        let Some(language) = Language::of(&source.name) else { return Vec::new() };
        found(source, || disclosure::scan(source, &bound(source, SourceId(0), language, &form).reports))
    })
}

/// What finds the private words of a source while its reports are at hand.
fn at_hand(reports: &Arc<Vec<Report>>) -> Look {
    let reports = Arc::clone(reports);
    Look::of(move |source| found(source, || disclosure::scan(source, &reports)))
}

/// What a search finds. Where it cannot be told what is private, all of it is.
fn found(source: &Source, search: impl FnOnce() -> Vec<Private>) -> Vec<Private> {
    catch_unwind(AssertUnwindSafe(search)).unwrap_or_else(|_| vec![Private::all(source)])
}

/// What to do about a large file among the reports that is none: data lies there too.
const NO_REPORT: &str = "; if it is no report, name it in .ignore, which holds for contributions once it is merged";

/// A file without a word in it.
const EMPTY: NoText = NoText {
    what: "empty",
    how: "see whether its words were lost when it was saved or sent, and ask for it again; or delete it",
};

/// Gives reports that name no district the one that their path names.
fn file_under(reports: &mut [Report], path: &str, form: &Form) {
    if reports.iter().all(|report| report.district().is_some()) {
        return;
    }
    let Some(district) = form.filed(path).and_then(|filed| filed.district) else { return };
    for report in reports.iter_mut().filter(|report| report.districts.is_empty()) {
        let span = Span::new(report.source, report.whole.start, report.whole.start);
        let run = Run { at: 0, len: number(district.len()), from: span.start, from_len: 0, exact: false };
        let text = Text::new(district.clone(), None, span, vec![run]);
        let stated = Stated { value: district.clone(), text };
        report.districts.push(Headed { stated, origin: report::Origin::Path });
    }
}

/// Why a file is not read, and how to save one that is.
fn not_read(name: &str) -> String {
    let kind = name.rsplit_once('.').and_then(|(_, ending)| source::not_read(ending));
    let how = kind.map_or("save it as one of these", |kind| kind.how);
    format!("termwise reads reports in .md, .markdown, .yaml, .yml and .txt files; {how}")
}

fn odd_encoding(source: &Source, id: SourceId) -> Option<Diagnostic> {
    let Origin::Decoded(encoding) = source.origin else { return None };
    // A mark at its beginning says that a file is in UTF-16: nothing was guessed.
    if encoding != "windows-1252" {
        return None;
    }
    let message = "this file is not in UTF-8; it was read as Windows-1252";
    let found = Diagnostic::new("encoding-odd", Level::Query, Span::new(id, 0, 0), message);
    Some(found.help("check that accents, quotation marks and \u{a3} signs are right, then save the file as UTF-8"))
}

/// Inputs from paths: files as they are, folders searched, `-` from standard input under `stdin_name`.
///
/// # Errors
/// A glob that cannot be understood.
pub fn gather(paths: &[PathBuf], walk: &files::Walk, stdin_name: &str) -> anyhow::Result<(Vec<Input>, Vec<Trouble>)> {
    gather_all(paths, walk, stdin_name).map(|(inputs, troubles, _)| (inputs, troubles))
}

/// The same, and the files among them of a kind that reports are often written in and that is not read.
///
/// # Errors
/// A glob that cannot be understood.
pub fn gather_all(paths: &[PathBuf], walk: &files::Walk, stdin_name: &str) -> anyhow::Result<Gathered> {
    let here = [PathBuf::from(".")];
    let (stdin, paths): (Vec<PathBuf>, Vec<PathBuf>) = if paths.is_empty() {
        (Vec::new(), here.to_vec())
    } else {
        paths.iter().cloned().partition(|p| p.as_os_str() == "-")
    };
    let found = files::find(&paths, walk)?;
    let mut troubles: Vec<Trouble> = found.troubles.into_iter().map(|(name, why)| Trouble { name, why }).collect();
    let mut inputs: Vec<Input> = found.files.into_iter().map(Input::found).collect();
    if !stdin.is_empty() {
        match files::read_stdin() {
            Ok(bytes) => inputs.push(Input::of(stdin_name, bytes)),
            Err(why) => troubles.push(Trouble { name: stdin_name.to_owned(), why }),
        }
    }
    let other = |name: String| {
        let kind = name.rsplit_once('.').and_then(|(_, ending)| source::not_read(ending))?;
        Some(NotRead { name, what: kind.what.to_owned(), how: Some(kind.how) })
    };
    Ok((inputs, troubles, found.others.into_iter().filter_map(other).collect()))
}

/// What was found: inputs, what could not be searched, and files of a kind that is not read.
pub type Gathered = (Vec<Input>, Vec<Trouble>, Vec<NotRead>);
