//! What a template is given: words, counts and lists under names, each name with a sentence on what it holds.
//!
//! A record is declared once, with [`record!`]; its documentation is what authors of templates read.

/// A value that a template may show.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Words of a report as they may be shown, or computed ones; empty where there are none.
    Words(String),
    /// A count.
    Number(usize),
    /// Whether something is so.
    Flag(bool),
    /// Several values of one kind.
    List(Vec<Value>),
    /// Values under the names of a shape, in its order.
    Record(&'static Shape, Vec<Value>),
}

impl Value {
    /// What a record holds under a name.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Value> {
        let Value::Record(shape, values) = self else { return None };
        values.get(shape.fields.iter().position(|field| field.name == name)?)
    }
}

/// What a record holds.
#[derive(Debug)]
pub struct Shape {
    /// What it is called.
    pub name: &'static str,
    /// What it stands for.
    pub about: &'static str,
    /// Its values.
    pub fields: &'static [Member],
}

/// A value of a record.
#[derive(Debug)]
pub struct Member {
    /// The name that templates use.
    pub name: &'static str,
    /// What it holds.
    pub about: &'static str,
    /// What it is.
    pub kind: fn() -> Kind,
}

/// What a value is.
#[derive(Clone, Debug)]
pub enum Kind {
    /// Words.
    Words,
    /// A count.
    Number,
    /// Yes or no.
    Flag,
    /// A list of such values.
    List(Box<Kind>),
    /// A record.
    Record(&'static Shape),
}

impl PartialEq for Shape {
    fn eq(&self, other: &Shape) -> bool {
        self.name == other.name
    }
}

/// What can be given to a template.
pub trait Given {
    /// What it is.
    fn kind() -> Kind;
    /// The value itself.
    fn value(self) -> Value;
}

impl Given for String {
    fn kind() -> Kind {
        Kind::Words
    }

    fn value(self) -> Value {
        Value::Words(self)
    }
}

impl Given for usize {
    fn kind() -> Kind {
        Kind::Number
    }

    fn value(self) -> Value {
        Value::Number(self)
    }
}

impl Given for bool {
    fn kind() -> Kind {
        Kind::Flag
    }

    fn value(self) -> Value {
        Value::Flag(self)
    }
}

impl<T: Given> Given for Vec<T> {
    fn kind() -> Kind {
        Kind::List(Box::new(T::kind()))
    }

    fn value(self) -> Value {
        Value::List(self.into_iter().map(T::value).collect())
    }
}

/// Every record that can be reached from one, itself first, each once.
#[must_use]
pub fn shapes(first: &'static Shape) -> Vec<&'static Shape> {
    let mut all = vec![first];
    let mut at = 0;
    while let Some(shape) = all.get(at).copied() {
        at += 1;
        for part in shape.fields {
            let mut kind = (part.kind)();
            while let Kind::List(of) = kind {
                kind = *of;
            }
            if let Kind::Record(other) = kind
                && !all.contains(&other)
            {
                all.push(other);
            }
        }
    }
    all
}

/// Declares a record: a struct with documented fields, which can be given to a template under their names.
macro_rules! record {
    ($(#[doc = $about:literal])+ $name:ident { $($(#[doc = $holds:literal])+ $field:ident: $kind:ty,)+ }) => {
        $(#[doc = $about])+
        #[derive(Clone, Debug, Default, PartialEq)]
        pub struct $name {
            $($(#[doc = $holds])+ pub $field: $kind,)+
        }

        impl $name {
            /// What it holds, for those who write templates.
            pub const SHAPE: &'static $crate::page::Shape = &$crate::page::Shape {
                name: stringify!($name),
                about: concat!($($about),+),
                fields: &[$($crate::page::Member {
                    name: stringify!($field),
                    about: concat!($($holds),+),
                    kind: <$kind as $crate::page::Given>::kind,
                },)+],
            };
        }

        impl $crate::page::Given for $name {
            fn kind() -> $crate::page::Kind {
                $crate::page::Kind::Record($name::SHAPE)
            }

            fn value(self) -> $crate::page::Value {
                let values = vec![$($crate::page::Given::value(self.$field),)+];
                $crate::page::Value::Record($name::SHAPE, values)
            }
        }
    };
}
pub(crate) use record;
