//! What is drawn on a page, as plain data: bars of counts, a grid of squares, and lives over time. Each can say itself as a
//! table.

use super::Cell;

/// Something that is drawn.
#[derive(Clone, Debug, PartialEq)]
pub enum Chart {
    /// Counts side by side.
    Bars(Bars),
    /// What there is of each two things.
    Grid(Grid),
    /// What happened over time.
    Lives(Lives),
}

impl Chart {
    /// What it shows.
    #[must_use]
    pub fn title(&self) -> &str {
        match self {
            Chart::Bars(Bars { title, .. }) | Chart::Grid(Grid { title, .. }) | Chart::Lives(Lives { title, .. }) => {
                title
            }
        }
    }

    /// How many columns it has.
    #[must_use]
    pub fn columns(&self) -> usize {
        match self {
            Chart::Bars(_) => 1,
            Chart::Grid(Grid { columns, .. }) | Chart::Lives(Lives { columns, .. }) => columns.len(),
        }
    }

    /// The chart with the table of what it shows.
    #[must_use]
    pub fn with_table(self) -> super::Block {
        let (head, rows) = match &self {
            Chart::Bars(bars) => bars.table(),
            Chart::Grid(grid) => grid.table(),
            Chart::Lives(lives) => lives.table(),
        };
        super::Block::Figure { chart: self, head, rows }
    }
}

/// Counts to be drawn as a bar for each label, its parts one after another.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Bars {
    /// What it shows.
    pub title: String,
    /// What the labels are: the name of their column.
    pub of: String,
    /// The bars' names, in order.
    pub labels: Vec<String>,
    /// The parts of the bars.
    pub parts: Vec<Part>,
}

/// A part of each bar of a chart.
#[derive(Clone, Debug, PartialEq)]
pub struct Part {
    /// What is counted.
    pub name: String,
    /// How good that is, which says how it is coloured.
    pub tone: Tone,
    /// The counts, one for each label.
    pub counts: Vec<u64>,
}

/// How good it is what is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// It is as it should be.
    Good,
    /// It may be as it should be.
    Unsure,
    /// It was begun, or meant, and did not come about.
    Halted,
    /// It is still to come.
    Waiting,
    /// It is not there, or was not found.
    Lacking,
}

impl Bars {
    /// The table of its counts.
    #[must_use]
    pub fn table(&self) -> (Vec<String>, Vec<Vec<Cell>>) {
        let head = std::iter::once(&self.of).chain(self.parts.iter().map(|part| &part.name)).cloned().collect();
        let cells = |(at, label): (usize, &String)| {
            let count = |part: &Part| part.counts.get(at).map_or(Cell::Empty, |count| Cell::Number(*count));
            std::iter::once(Cell::Words(label.clone())).chain(self.parts.iter().map(count)).collect()
        };
        (head, self.labels.iter().enumerate().map(cells).collect())
    }
}

/// A column of a chart: a term, a district.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// Of several columns that stand together, such as the terms of a year: what they share, and a letter or two for this one.
    pub within: Option<(String, String)>,
}

/// A square for each row and column.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Grid {
    /// What it shows.
    pub title: String,
    /// What the rows are: the name of their column.
    pub of: String,
    /// Its columns.
    pub columns: Vec<Column>,
    /// Its rows, each with a square for each column, where there is something.
    pub rows: Vec<(String, Vec<Option<Square>>)>,
    /// What the squares mean.
    pub key: Vec<(Square, String)>,
}

/// A square of a grid.
#[derive(Clone, Debug, PartialEq)]
pub struct Square {
    /// What stands in it: a letter, or a count.
    pub sign: String,
    /// How it is coloured; `None` where there is nothing to be expected.
    pub tone: Option<Tone>,
    /// What it says in the table.
    pub said: Cell,
}

impl Grid {
    /// The table of its squares.
    #[must_use]
    pub fn table(&self) -> (Vec<String>, Vec<Vec<Cell>>) {
        let cell = |square: &Option<Square>| square.as_ref().map_or(Cell::Empty, |square| square.said.clone());
        let row = |(label, squares): &(String, Vec<Option<Square>>)| {
            std::iter::once(Cell::Words(label.clone())).chain(squares.iter().map(cell)).collect()
        };
        (head(&self.of, &self.columns), self.rows.iter().map(row).collect())
    }
}

fn head(of: &str, columns: &[Column]) -> Vec<String> {
    std::iter::once(of).chain(columns.iter().map(|column| column.name.as_str())).map(str::to_owned).collect()
}

/// Lines over time, with a sign where something happened.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lives {
    /// What it shows.
    pub title: String,
    /// What the rows are: the name of their column.
    pub of: String,
    /// Its columns, in the order of time.
    pub columns: Vec<Column>,
    /// Its rows, each with a moment for each column.
    pub rows: Vec<(String, Vec<Moment>)>,
    /// What the signs mean that there may be.
    pub key: Vec<(Sign, String)>,
}

/// What there is of a life at a time.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Moment {
    /// Whether it is there.
    pub there: bool,
    /// Whether it goes on beyond the last column.
    pub goes_on: bool,
    /// What happened, each with its words for the table.
    pub signs: Vec<(Sign, String)>,
}

/// What happens in a life.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sign {
    /// It is there when the record begins.
    There,
    /// It begins.
    Begins,
    /// It has another name.
    Renamed,
    /// It rests.
    Rests,
    /// It goes on after a rest.
    Resumes,
    /// It takes another in, or goes into another.
    Joins,
    /// It becomes several, or is one of them.
    Parts,
    /// Somebody else has it now.
    Passes,
    /// It ends.
    Ends,
    /// It is gone, and nothing says why.
    Lost,
}

impl Sign {
    /// All of them, in the order in which a key lists them.
    pub const ALL: [Sign; 10] = [
        Sign::There,
        Sign::Begins,
        Sign::Renamed,
        Sign::Rests,
        Sign::Resumes,
        Sign::Joins,
        Sign::Parts,
        Sign::Passes,
        Sign::Ends,
        Sign::Lost,
    ];
}

impl Lives {
    /// The table of what happened.
    #[must_use]
    pub fn table(&self) -> (Vec<String>, Vec<Vec<Cell>>) {
        let cell = |moment: &Moment| {
            let said: Vec<&str> = moment.signs.iter().map(|(_, said)| said.as_str()).collect();
            match (said.is_empty(), moment.there) {
                (false, _) => Cell::Words(said.join(", ")),
                (true, true) => Cell::Words("reported".to_owned()),
                (true, false) => Cell::Empty,
            }
        };
        let row = |(label, moments): &(String, Vec<Moment>)| {
            std::iter::once(Cell::Words(label.clone())).chain(moments.iter().map(cell)).collect()
        };
        (head(&self.of, &self.columns), self.rows.iter().map(row).collect())
    }
}
