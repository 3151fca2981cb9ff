//! Plain text, or a web page, made a piece in canonical form.
//!
//! What each line is, [`read`] decides; [`escape`] writes it so that Markdown reads it as nothing
//! else. No word is dropped.

mod escape;
mod page;
mod read;

pub use page::{ImportedPage, LeftOut, import_page, is_page};

use escape::{dek, heading, item, paragraph};
use read::{Line, Reading, read};

/// A piece in canonical form from plain text, LF at every line end.
///
/// The first line is the title. Of two paragraphs or more before the first rule or point, the first is
/// the dek. A line of three or more of one of `- * _ = —`, or of one `⁂` or more, is a rule. A line
/// `N. …` or `N) …` is a point's heading if its numbers run from 1; a restart at 1 inside a body opens
/// a list, which lasts as long as its numbers run. Every other line is a paragraph. After the rule that
/// follows the last point comes the conclusion; a rule, two or more blank lines, or a line in capitals
/// of two words at least begin the footer. Rules that separate nothing are left out.
pub fn import_plain(source: &str) -> String {
    let Reading { title, lines } = read(source);
    let Some(title) = title else { return String::new() };
    let mut blocks = vec![piece::new_piece(&heading("# ", title), 0).trim_end().to_owned()];
    let mut lists = 0;
    let mut in_list = false;
    for line in lines {
        if let Line::Item(number, text) = line {
            if !in_list || number == 1 {
                lists += 1;
                blocks.push(String::new());
            }
            push_item(blocks.last_mut(), lists, number, text);
            in_list = true;
            continue;
        }
        in_list = false;
        blocks.push(match line {
            Line::Rule => "---".to_owned(),
            Line::Dek(text) => dek(text),
            Line::Heading(number, text) => {
                let marker = format!("## {number}. ");
                format!("{marker}{}", heading(&marker, text)).trim_end().to_owned()
            }
            Line::Paragraph(text) | Line::Item(_, text) => paragraph(text),
        });
    }
    blocks.join("\n\n") + "\n"
}

/// Appends an item. Lists right behind each other end their numbers in turn with `.` and `)`, since
/// Markdown would read them as one.
fn push_item(block: Option<&mut String>, list: usize, number: u32, text: &str) {
    let Some(block) = block else { return };
    if !block.is_empty() {
        block.push('\n');
    }
    let sign = if list % 2 == 1 { '.' } else { ')' };
    block.push_str(format!("{number}{sign} {}", item(text)).trim_end());
}
