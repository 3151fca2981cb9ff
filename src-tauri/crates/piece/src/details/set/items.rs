//! Changing the items of a list and nothing around them.

use super::super::Field;
use super::super::write::scalar;
use super::super::yaml::Item;
use crate::lines::{line_end, line_start, next_line};
use granit_parser::ScalarStyle;
use text::{Edit, Span};

/// The edits that make the items of a list, which has some, `new`: what is the same at both ends stays, what lies between
/// is replaced one by one, and what is left over is put in or taken out.
pub(super) fn changed(source: &str, flow: bool, old: &[Item], new: &[String]) -> Vec<Edit> {
    let same = |(old, new): &(&Item, &String)| old.value.as_ref() == Some(new);
    let before = old.iter().zip(new).take_while(same).count();
    let behind =
        old[before..].iter().rev().zip(new[before..].iter().rev()).take_while(same).count();
    let (gone, come) = (&old[before..old.len() - behind], &new[before..new.len() - behind]);
    let both = gone
        .iter()
        .zip(come)
        .map(|(item, new)| Edit::replace(item.span, scalar(Field::Tags, new, item.style, flow)));
    let mut edits: Vec<Edit> = both.collect();
    let pairs = gone.len().min(come.len());
    let list = List { source, flow, old };
    edits.extend((before + pairs..old.len() - behind).map(|index| list.without(index)));
    edits.extend(list.with(before + pairs, &come[pairs..]));
    edits
}

struct List<'a> {
    source: &'a str,
    flow: bool,
    old: &'a [Item],
}

impl List<'_> {
    /// An item taken out with what separates it from the one before it or, for the first, behind it.
    fn without(&self, index: usize) -> Edit {
        let item = self.old[index].span;
        if !self.flow {
            let end = next_line(self.source, item.end.0.max(self.dash(index)));
            return Edit::delete(Span::new(line_start(self.source, self.dash(index)), end));
        }
        match (index.checked_sub(1), self.old.get(index + 1)) {
            (None, Some(next)) => Edit::delete(Span { start: item.start, end: next.span.start }),
            (None, None) => Edit::delete(item),
            (Some(before), _) => {
                Edit::delete(Span { start: self.old[before].span.end, end: item.end })
            }
        }
    }

    /// New items put in before the one of index `index`.
    fn with(&self, index: usize, new: &[String]) -> Option<Edit> {
        let items = new.iter().map(|item| scalar(Field::Tags, item, ScalarStyle::Plain, self.flow));
        let items: Vec<String> = items.collect();
        if items.is_empty() {
            return None;
        }
        let edit = match (index.checked_sub(1), self.flow) {
            (None, true) => Edit::insert(self.old[0].span.start, items.join(", ") + ", "),
            (Some(before), true) => {
                let list = items.iter().map(|item| format!(", {item}"));
                Edit::insert(self.old[before].span.end, list.collect::<String>())
            }
            (before, false) => self.lines(before, &items),
        };
        Some(edit)
    }

    /// New lines behind the item of index `before`, or before all, in the line ends of that item.
    fn lines(&self, before: Option<usize>, items: &[String]) -> Edit {
        let model = self.dash(before.unwrap_or(0));
        let start = line_start(self.source, model);
        let indent = &self.source[start..model];
        let last = self.old[before.unwrap_or(0)].span.end.0;
        let end = next_line(self.source, last);
        let ending = &self.source[line_end(self.source, last)..end];
        let lines = items.iter().map(|item| format!("{indent}- {item}{ending}"));
        Edit::insert(before.map_or(start, |_| end).into(), lines.collect::<String>())
    }

    /// Where the dash of an item stands.
    fn dash(&self, index: usize) -> usize {
        let start = self.old[index].span.start.0;
        self.source[..start].rfind('-').unwrap_or(start)
    }
}
