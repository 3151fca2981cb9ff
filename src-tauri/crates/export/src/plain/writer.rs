//! Lines of plain text inside quotations and lists.

/// Writes blocks, each line with what stands before it.
#[derive(Default)]
pub(super) struct Writer {
    pub(super) out: String,
    /// The text of the block that is being read.
    pub(super) line: String,
    inside: Vec<Container>,
}

/// A quotation or an item of a list.
struct Container {
    /// What stands before its first line, until that is written.
    first: Option<String>,
    /// What stands before the others.
    rest: String,
}

impl Writer {
    pub(super) fn enter(&mut self, first: &str, rest: &str) {
        self.inside.push(Container { first: Some(first.to_owned()), rest: rest.to_owned() });
    }

    pub(super) fn leave(&mut self) {
        self.inside.pop();
    }

    /// Ends the text that stands directly in a list item.
    pub(super) fn flush(&mut self) {
        let text = std::mem::take(&mut self.line);
        let is_next_item = self.inside.iter().any(|container| container.first.is_some());
        if !text.trim().is_empty() {
            self.put(&text, self.is_in_list() && is_next_item);
        }
    }

    /// Ends a block of running text.
    pub(super) fn paragraph(&mut self) {
        let text = std::mem::take(&mut self.line);
        if !text.trim().is_empty() {
            self.put(text.trim(), false);
        }
    }

    /// Ends a block in which white space counts.
    pub(super) fn code(&mut self) {
        let text = std::mem::take(&mut self.line);
        if !text.trim().is_empty() {
            self.put(text.trim_end(), false);
        }
    }

    /// A block of its own.
    pub(super) fn block(&mut self, text: &str) {
        self.flush();
        self.put(text, false);
    }

    /// Whether the last line that was written stands in the same list.
    fn is_in_list(&self) -> bool {
        let last = self.out.rsplit('\n').next().unwrap_or_default().trim_start_matches(['>', ' ']);
        let digits = last.trim_start_matches(|next: char| next.is_ascii_digit());
        last.starts_with("• ") || (digits.len() < last.len() && digits.starts_with(". "))
    }

    fn put(&mut self, text: &str, close: bool) {
        if !self.out.is_empty() {
            self.out.push_str(if close { "\n" } else { "\n\n" });
        }
        for (place, line) in text.trim_end().split('\n').enumerate() {
            if place > 0 {
                self.out.push('\n');
            }
            for container in &mut self.inside {
                let before = container.first.take().unwrap_or_else(|| container.rest.clone());
                self.out.push_str(&before);
            }
            self.out.push_str(line.trim_end());
        }
    }
}
