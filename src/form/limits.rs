//! How much of a report is read, and how much is shown of it: what an authority may set, between bounds that keep the
//! work on any file within five seconds and 1 GiB, whoever wrote the settings.

/// A limit that can be set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Limit {
    /// The bytes of a file.
    File,
    /// The bytes of YAML: of a file, or of the block at the top of a Markdown file.
    Yaml,
    /// How deep bullets stand in bullets.
    Nesting,
    /// The characters of a report's line that are shown around a finding.
    Excerpt,
    /// The findings that are shown as text.
    Findings,
}

const KIB: usize = 1024;
const MIB: usize = 1024 * KIB;

/// What may be set of a limit.
struct Row {
    name: &'static str,
    is_size: bool,
    usual: usize,
    least: usize,
    most: usize,
}

impl Limit {
    /// All of them, in the order of the manual.
    pub const ALL: [Limit; 5] = [Limit::File, Limit::Yaml, Limit::Nesting, Limit::Excerpt, Limit::Findings];

    fn row(self) -> Row {
        let row = |name, is_size, usual, least, most| Row { name, is_size, usual, least, most };
        match self {
            Limit::File => row("file", true, 10 * MIB, 4 * KIB, 12 * MIB),
            Limit::Yaml => row("yaml", true, 256 * KIB, 4 * KIB, 512 * KIB),
            Limit::Nesting => row("nesting", false, 64, 4, 128),
            Limit::Excerpt => row("excerpt", false, 200, 40, 2000),
            Limit::Findings => row("findings", false, 10_000, 10, 50_000),
        }
    }

    /// Its key in termwise.yaml.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.row().name
    }

    /// Whether it is a number of bytes, which may be written with a unit.
    #[must_use]
    pub fn is_size(self) -> bool {
        self.row().is_size
    }

    /// What holds where nothing is set.
    #[must_use]
    pub fn usual(self) -> usize {
        self.row().usual
    }

    /// The least that may be set.
    #[must_use]
    pub fn least(self) -> usize {
        self.row().least
    }

    /// The most that may be set.
    #[must_use]
    pub fn most(self) -> usize {
        self.row().most
    }

    /// A value of this limit as people write it: `10 MiB`, `10,000`.
    #[must_use]
    pub fn words(self, value: usize) -> String {
        match value {
            _ if !self.is_size() => grouped(value),
            _ if value > 0 && value.is_multiple_of(MIB) => format!("{} MiB", grouped(value / MIB)),
            _ if value > 0 && value.is_multiple_of(KIB) => format!("{} KiB", grouped(value / KIB)),
            1 => "1 byte".to_owned(),
            _ => format!("{} bytes", grouped(value)),
        }
    }

    /// The value that words state, whether or not it may be set: figures, for a size with or without a unit. `KB` and
    /// `MB` are what the computer's own list of files calls so: 1,024 bytes, and 1,024 times as many.
    #[must_use]
    pub fn read(self, words: &str) -> Option<usize> {
        let words = words.trim();
        let end = words.find(|c: char| !c.is_ascii_digit() && c != ',').unwrap_or(words.len());
        let (figures, unit) = words.split_at_checked(end)?;
        let unit = unit.trim().to_ascii_lowercase();
        let times = match unit.as_str() {
            "" => 1,
            "byte" | "bytes" | "b" if self.is_size() => 1,
            "kib" | "kb" if self.is_size() => KIB,
            "mib" | "mb" if self.is_size() => MIB,
            // More than may be set, which is then said.
            "gib" | "gb" if self.is_size() => 1024 * MIB,
            _ => return None,
        };
        let number: usize = ungrouped(figures)?.parse().ok()?;
        Some(number.saturating_mul(times))
    }
}

/// How much is read and shown.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Limits {
    file: usize,
    yaml: usize,
    nesting: usize,
    excerpt: usize,
    findings: usize,
}

impl Default for Limits {
    fn default() -> Limits {
        let [file, yaml, nesting, excerpt, findings] = Limit::ALL.map(Limit::usual);
        Limits { file, yaml, nesting, excerpt, findings }
    }
}

impl Limits {
    /// What holds.
    #[must_use]
    pub fn of(&self, limit: Limit) -> usize {
        match limit {
            Limit::File => self.file,
            Limit::Yaml => self.yaml,
            Limit::Nesting => self.nesting,
            Limit::Excerpt => self.excerpt,
            Limit::Findings => self.findings,
        }
    }

    /// What holds, in words: `10 MiB`.
    #[must_use]
    pub fn words(&self, limit: Limit) -> String {
        limit.words(self.of(limit))
    }

    /// Sets one, within its bounds.
    pub fn set(&mut self, limit: Limit, value: usize) {
        let value = value.clamp(limit.least(), limit.most());
        *match limit {
            Limit::File => &mut self.file,
            Limit::Yaml => &mut self.yaml,
            Limit::Nesting => &mut self.nesting,
            Limit::Excerpt => &mut self.excerpt,
            Limit::Findings => &mut self.findings,
        } = value;
    }

    /// How deep lists and keys of YAML may stand in each other: a bullet in a bullet takes two of them, so that what is
    /// read from Markdown can be written as YAML and read back.
    #[must_use]
    pub fn yaml_nesting(&self) -> usize {
        self.nesting * 2 + 8
    }

    /// How a limit is raised, for whoever was stopped by it.
    #[must_use]
    pub fn raising(&self, limit: Limit) -> String {
        let (name, most) = (limit.name(), limit.most());
        if self.of(limit) < most {
            format!("`{name}` under `limits` in termwise.yaml allows more, up to {}", limit.words(most))
        } else {
            format!("this is the most that `{name}` under `limits` in termwise.yaml can allow")
        }
    }
}

/// A number with a comma before every three figures: `10,000`.
#[must_use]
pub fn grouped(number: usize) -> String {
    let figures = number.to_string();
    let mut grouped = String::with_capacity(figures.len() + figures.len() / 3);
    for (at, figure) in figures.chars().enumerate() {
        if at > 0 && (figures.len() - at).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(figure);
    }
    grouped
}

/// Figures without the commas between thousands; `None` where commas stand elsewhere.
fn ungrouped(figures: &str) -> Option<String> {
    let mut groups = figures.split(',');
    let first = groups.next().filter(|first| !first.is_empty())?;
    let mut all = first.to_owned();
    for group in groups {
        if group.len() != 3 || first.len() > 3 {
            return None;
        }
        all.push_str(group);
    }
    Some(all)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_read_as_people_write_them() {
        let cases = [
            ("10 MiB", Some(10 * MIB)),
            ("10MiB", Some(10 * MIB)),
            ("10 mb", Some(10 * MIB)),
            ("512 KiB", Some(512 * KIB)),
            ("512 KB", Some(512 * KIB)),
            ("1,048,576", Some(MIB)),
            ("1048576 bytes", Some(MIB)),
            ("0", Some(0)),
            ("99999999999 MiB", Some(99_999_999_999 * MIB)),
            ("", None),
            ("MiB", None),
            ("ten", None),
            ("-1", None),
            ("1.5 MiB", None),
            ("1,5 MiB", None),
            ("1048,576", None),
            ("1 GiB", Some(1024 * MIB)),
            ("1 TiB", None),
            ("10 MiB each", None),
            ("999999999999999999999999", None),
        ];
        for (words, value) in cases {
            assert_eq!(Limit::File.read(words), value, "{words}");
        }
        assert_eq!((Limit::Nesting.read("64"), Limit::Nesting.read("64 KiB")), (Some(64), None));
        assert_eq!(Limit::Findings.read("10,000"), Some(10_000));
    }

    #[test]
    fn what_holds_reads_back() {
        for limit in Limit::ALL {
            for value in [limit.usual(), limit.least(), limit.most(), limit.least() + 1, 1_234_567] {
                assert_eq!(limit.read(&limit.words(value)), Some(value), "{}: {value}", limit.name());
            }
            assert!(limit.least() < limit.usual() && limit.usual() < limit.most(), "{}", limit.name());
        }
        assert_eq!((Limit::Findings.words(1_234_567), Limit::File.words(1)), ("1,234,567".into(), "1 byte".into()));
    }

    #[test]
    fn nothing_is_set_beyond_its_bounds() {
        let mut limits = Limits::default();
        for limit in Limit::ALL {
            for (value, kept) in [(0, limit.least()), (usize::MAX, limit.most()), (limit.usual(), limit.usual())] {
                limits.set(limit, value);
                assert_eq!(limits.of(limit), kept);
                assert_eq!(limits.raising(limit).contains("up to"), kept < limit.most());
            }
        }
        assert_eq!(limits, Limits::default());
    }
}
