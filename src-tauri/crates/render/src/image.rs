//! Images: what the draft names, and what is shown for it.

use crate::{escape, link};

/// What rendering asks of the world outside.
pub trait World {
    /// The URL to show for the local image that a draft names, or nothing if there is no such image
    /// that the draft may show.
    ///
    /// `destination` is what the draft says, Markdown's escapes resolved: a relative or absolute
    /// path, maybe percent-encoded, never a URL with a scheme or a host. Only answers that begin
    /// with `data:image/` or `lede:` are used. It is asked at every update for every image in the
    /// text, so it must be quick.
    fn image(&self, destination: &str) -> Option<String>;
}

/// A world without images.
impl World for () {
    fn image(&self, _: &str) -> Option<String> {
        None
    }
}

/// An image as the draft has it.
#[derive(Default)]
pub(crate) struct Image {
    pub(crate) destination: String,
    pub(crate) alt: String,
    pub(crate) title: String,
    /// Width and height in CSS pixels, which only an `<img>` tag can give.
    pub(crate) size: Vec<(&'static str, String)>,
}

/// A local image that was asked for, and what the world answered.
pub(crate) type Asked = (String, Option<String>);

impl Image {
    /// Appends what is shown for the image, and notes what was asked of the world for it.
    pub(crate) fn write(&self, out: &mut String, world: &dyn World, asked: &mut Vec<Asked>) {
        if let Some(url) = link::remote(&self.destination) {
            self.frame(out, "remote-image", Some(&url));
        } else if let Some(url) = self.source(world, asked) {
            self.shown(out, &url);
        } else {
            self.frame(out, "missing-image", None);
        }
    }

    fn source(&self, world: &dyn World, asked: &mut Vec<Asked>) -> Option<String> {
        if is_inline(&self.destination) {
            return Some(link::encoded(&self.destination));
        }
        if self.destination.is_empty() || link::has_scheme(&self.destination) {
            return None;
        }
        let url = world.image(&self.destination);
        asked.push((self.destination.clone(), url.clone()));
        url.filter(|url| is_own(url)).map(|url| link::encoded(&url))
    }

    fn shown(&self, out: &mut String, url: &str) {
        attributed(out, "<img", "src", url);
        attributed(out, "", "alt", &self.alt);
        self.titled(out);
        for (name, value) in &self.size {
            attributed(out, "", name, value);
        }
        out.push('>');
    }

    fn frame(&self, out: &mut String, class: &str, source: Option<&str>) {
        attributed(out, "<span", "class", class);
        if let Some(source) = source {
            attributed(out, "", "data-src", source);
        }
        self.titled(out);
        out.push('>');
        let seen = if self.alt.trim().is_empty() { &self.destination } else { &self.alt };
        escape::text(out, seen);
        out.push_str("</span>");
    }

    fn titled(&self, out: &mut String) {
        if !self.title.is_empty() {
            attributed(out, "", "title", &self.title);
        }
    }
}

fn attributed(out: &mut String, before: &str, name: &str, value: &str) {
    out.push_str(before);
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape::attribute(out, value);
    out.push('"');
}

/// Whether the URL holds the picture itself, of a kind that shows nothing but a picture.
pub(crate) fn is_inline(url: &str) -> bool {
    const KINDS: [&str; 6] = ["png", "jpeg", "gif", "webp", "avif", "svg+xml"];
    let kind = url.strip_prefix("data:image/").and_then(|rest| rest.split([';', ',']).next());
    kind.is_some_and(|kind| KINDS.contains(&kind))
}

/// Whether the URL is one that the world may answer with.
pub(crate) fn is_own(url: &str) -> bool {
    is_inline(url) || url.starts_with("lede:")
}
