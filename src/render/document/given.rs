//! What is told, as the engine asks for it. A name that a record does not have is noted, so that its author can be told
//! which ones there are.

use crate::page::{Shape, Value};
use minijinja::value::{Enumerator, Object};
use std::sync::{Arc, Mutex};

/// A name that was asked for and is not there: of which record, and which.
pub(super) type Missed = Arc<Mutex<Vec<(&'static Shape, String)>>>;

/// A record.
#[derive(Debug)]
struct Record {
    shape: &'static Shape,
    values: Vec<minijinja::Value>,
    missed: Missed,
}

impl Object for Record {
    fn get_value(self: &Arc<Self>, key: &minijinja::Value) -> Option<minijinja::Value> {
        let name = key.as_str()?;
        let at = self.shape.fields.iter().position(|field| field.name == name);
        if at.is_none()
            && let Ok(mut missed) = self.missed.lock()
        {
            missed.push((self.shape, name.to_owned()));
        }
        self.values.get(at?).cloned()
    }

    fn enumerate(self: &Arc<Self>) -> Enumerator {
        Enumerator::Values(self.shape.fields.iter().map(|field| minijinja::Value::from(field.name)).collect())
    }
}

/// A value as the engine takes it.
pub(super) fn given(value: &Value, missed: &Missed) -> minijinja::Value {
    match value {
        Value::Words(words) => minijinja::Value::from(words.as_str()),
        Value::Number(number) => minijinja::Value::from(*number),
        Value::Flag(flag) => minijinja::Value::from(*flag),
        Value::List(list) => list.iter().map(|one| given(one, missed)).collect::<Vec<_>>().into(),
        Value::Record(shape, values) => minijinja::Value::from_object(Record {
            shape,
            values: values.iter().map(|one| given(one, missed)).collect(),
            missed: Arc::clone(missed),
        }),
    }
}
