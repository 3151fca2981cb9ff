//! Texts that were written to harm: by what they say, or by their size.

use piece::blocks::Blocks;
use render::{World, render};
use text::Text;

/// A world that gives back what it is asked for, whatever that is.
struct Echo;

impl World for Echo {
    fn image(&self, destination: &str) -> Option<String> {
        Some(destination.to_owned())
    }
}

fn html(source: &str) -> String {
    let blocks = Blocks::parse(source, 0);
    let rendered = render(&Text::new(source.to_owned()), &blocks, &Echo);
    rendered.iter().map(|block| format!("{}\n", block.html)).collect()
}

/// What somebody would like to get through.
const STRINGS: &[&str] = &[
    "<script>canary()</script>",
    "<ScRiPt\n>canary()</sCrIpT >",
    "</p><script>canary()</script>",
    "<img src=x onerror=canary()>",
    "<img/src=x/onerror=canary()>",
    "<svg onload=canary()><animate onbegin=canary()></svg>",
    "<svg><script>canary()</script></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=canary()&gt;\">",
    "<noscript><p title=\"</noscript><img src=x onerror=canary()>\">",
    "<form><button formaction=javascript:canary()>x</button></form>",
    "<a href=\"javascript:canary()\">x</a>",
    "<a href=\" &#106;avascript:canary()\">x</a>",
    "<a href=\"java\tscript:canary()\">x</a>",
    "<a href=x onmouseover=canary()>x</a>",
    "<iframe src=javascript:canary()></iframe><iframe srcdoc=\"<script>canary()</script>\">",
    "<object data=https://e.org></object><embed src=https://e.org><base href=https://e.org>",
    "<link rel=stylesheet href=https://e.org><meta http-equiv=refresh content=\"0;url=https://e.org\">",
    "<style>@import 'https://e.org'; body{background:url(https://e.org)}</style>",
    "<div style=\"background:url(https://e.org)\" class=x id=x data-x=y>",
    "<video src=https://e.org autoplay></video><audio src=https://e.org></audio>",
    "<picture><source srcset=https://e.org><img srcset=https://e.org src=https://e.org></picture>",
    "<input type=image src=https://e.org onfocus=canary() autofocus>",
    "<details open ontoggle=canary()><summary>x</summary></details>",
    "<textarea><img src=x onerror=canary()></textarea><title><img src=x onerror=canary()></title>",
    "<template><img src=x onerror=canary()></template><xmp><img src=x onerror=canary()></xmp>",
    "<plaintext><script>canary()",
    "<!--><img src=x onerror=canary()>-->",
    "<![CDATA[<script>canary()</script>]]>",
    "<?xml <script>canary()</script> ?>",
    "[x](javascript:canary())",
    "[x](JAVASCRIPT&colon;canary())",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](vbscript:canary())",
    "[x](https://e.org/\"onclick=\"canary())",
    "[x](https://e.org \"\\\"><script>canary()</script>\")",
    "![x](javascript:canary())",
    "![\"><script>canary()</script>](x.png)",
    "![x](data:text/html,<script>canary()</script>)",
    "![x](x.png\"onerror=\"canary())",
    "<javascript:canary()>",
    "https://e.org/\"><script>canary()</script>",
    "[x]: javascript:canary()\n\n[x]",
    "[^\"><script>canary()</script>]: x\n\n[^\"><script>canary()</script>]",
    "```\"><script>canary()</script>\n```",
    "`</code><script>canary()</script>`",
    "| <script>canary()</script> |\n|-|\n| <img src=x onerror=canary()> |",
    "&lt;script&gt;canary()&lt;/script&gt;",
    "<a href=https://e.org target=_top rel=opener ping=https://e.org download>x</a>",
    "<b id=fn-1 class=footnotes role=doc-noteref>x</b>",
    "\u{0}<\u{0}script>canary()</script>",
];

/// Where it may be tried.
const PLACES: &[&str] = &[
    "{}",
    "# {}",
    "## 1. {}",
    "> {}",
    "- {}",
    "*{}*",
    "a {} b",
    "[{}](https://e.org)",
    "[a](https://e.org \"{}\")",
    "![{}](x.png)",
    "| {} |\n|-|\n| {} |",
    "```{}\nx\n```",
    "[^1]: {}\n\n[^1]",
    "<div>{}</div>",
    "<b>{}",
    "<p title=\"{}\">x</p>",
    "{}\n===",
    "`{}`",
    "<{}>",
    "[{}]: /x\n\n[{}]",
];

/// The tags of safe HTML, each with its attributes, in which every value is quoted.
fn tags(html: &str) -> impl Iterator<Item = &str> {
    html.split('<').skip(1).map(|rest| rest.split_once('>').expect("every tag ends").0)
}

#[test]
fn nothing_hostile_comes_through_in_any_place() {
    let allowed = [
        "alt",
        "aria-label",
        "checked",
        "class",
        "data-src",
        "disabled",
        "height",
        "href",
        "id",
        "open",
        "rel",
        "role",
        "src",
        "start",
        "title",
        "type",
        "width",
        "colspan",
        "rowspan",
        "reversed",
        "lang",
        "dir",
    ];
    let elements: Vec<&str> = "a abbr b bdi blockquote br caption cite code dd del details div dl dt em figcaption \
        figure h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp small span strong sub summary sup \
        table tbody td tfoot th thead tr u ul var wbr"
        .split_whitespace()
        .collect();
    for (place, string) in PLACES.iter().flat_map(|place| STRINGS.iter().map(move |s| (place, s))) {
        let html = html(&place.replace("{}", string));
        for tag in tags(&html) {
            let name = tag.trim_start_matches('/').split(' ').next().unwrap();
            assert!(elements.contains(&name), "{place:?} {string:?}: {html}");
            for (at, _) in tag.match_indices("=\"").step_by(1) {
                let attribute = tag[..at].rsplit(' ').next().unwrap();
                assert!(allowed.contains(&attribute), "{place:?} {string:?}: {html}");
                let value = tag[at + 2..].split('"').next().unwrap();
                let leads = match attribute {
                    "href" => ["https://e.org", "mailto:", "#fn"]
                        .iter()
                        .any(|safe| value.starts_with(safe)),
                    "src" => value.starts_with("data:image/") || value.starts_with("lede:"),
                    _ => true,
                };
                assert!(leads, "{place:?} {string:?}: {html}");
            }
        }
    }
}

/// Big and deep texts, which must neither end the process nor take time out of proportion; whoever
/// runs this sees the second, and the test runner's own limit ends it.
#[test]
fn deep_and_large_texts_are_answered() {
    let many = 100_000;
    let table = format!("|a|b|\n|-|-|\n{}", "|c|d|\n".repeat(many * 2));
    let wide = format!("|{}\n|{}\n{}", "a|".repeat(5000), "-|".repeat(5000), "|\n".repeat(5000));
    let notes: String = (0..many / 10).map(|n| format!("[^{n}]\n\n[^{n}]: x\n\n")).collect();
    let definitions: String =
        (0..many / 10).map(|n| format!("[{n}]: /{n}\n# h\n[{n}]\n\n")).collect();
    let expanding =
        format!("[x]: https://e.org/{}\n\n{}", "y".repeat(many), "[x]\n\n".repeat(many));
    let texts = [
        "[".repeat(many),
        "![".repeat(many),
        "[^".repeat(many),
        "[](".repeat(many),
        "> ".repeat(many),
        "- ".repeat(many),
        format!("{}a", "> ".repeat(1000)).repeat(3).replace('a', "a\n"),
        "*a _b ".repeat(many),
        "**".repeat(many) + "a" + &"**".repeat(many),
        "~~*a".repeat(many),
        "`".repeat(many) + " `` ",
        "<".repeat(many),
        "<a".repeat(many),
        "<b>".repeat(many),
        format!("a {}", "<b>".repeat(many)),
        "<div>".repeat(many),
        "<div></x>".repeat(many),
        format!("<div>{}", "<b a=1><p>".repeat(many)),
        format!("<div {}>", "a ".repeat(many)),
        format!("<p><a {}", "<a b'".repeat(many)),
        "<!--".repeat(many),
        "<?".repeat(many),
        "&".repeat(many),
        "\\".repeat(many),
        "a\n".repeat(many),
        "https://".repeat(many),
        "a@".repeat(many),
        "a.".repeat(many) + "@b.c",
        "1. a\n\n   ".repeat(many / 10),
        table,
        wide,
        notes,
        definitions,
        expanding,
    ];
    for text in texts {
        let html = html(&text);
        assert!(
            html.len() < 200 * text.len() + 1000,
            "{} of {:?}…",
            html.len(),
            text.chars().take(20).collect::<String>()
        );
    }
}
