//! Addresses as a browser resolves them, by hand: no server is needed to follow a link.
#![allow(dead_code, reason = "each test program uses its own part")]

/// What a link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A path on the site's own host, from the host's root, decoded, and the fragment.
    Here {
        /// `/kb/ar/a/`
        path: String,
        /// `members`
        fragment: Option<String>,
    },
    /// Another host, or a scheme that names none.
    Elsewhere(String),
}

/// Resolves `link` as it stands on the page at `page`, a path from the host's root.
pub fn resolve(page: &str, host: &str, link: &str) -> Target {
    let link = link.trim();
    let below = |rest: &str| if rest.starts_with('/') { rest.to_owned() } else { format!("/{rest}") };
    if let Some(rest) = link.strip_prefix(host).filter(|rest| rest.is_empty() || rest.starts_with(['/', '?', '#'])) {
        return here(page, &below(rest));
    }
    if has_scheme(link) || link.starts_with("//") {
        return Target::Elsewhere(link.to_owned());
    }
    here(page, link)
}

fn has_scheme(link: &str) -> bool {
    let scheme = link.split_once(':').map_or("", |(scheme, _)| scheme);
    scheme.starts_with(|it: char| it.is_ascii_alphabetic())
        && scheme.chars().all(|it| it.is_ascii_alphanumeric() || "+-.".contains(it))
}

fn here(page: &str, link: &str) -> Target {
    let (link, fragment) = link.split_once('#').map_or((link, None), |(path, fragment)| (path, Some(decode(fragment))));
    let path = link.split('?').next().unwrap_or_default();
    let joined = match path {
        "" => page.to_owned(),
        path if path.starts_with('/') => path.to_owned(),
        path => format!("{}/{path}", &page[..page.rfind('/').unwrap_or_default()]),
    };
    Target::Here { path: decode(&without_dots(&joined)), fragment: fragment.filter(|it| !it.is_empty()) }
}

/// Takes out `.` and `..` (RFC 3986, 5.2.4).
fn without_dots(path: &str) -> String {
    let mut out: Vec<&str> = Vec::new();
    let segments: Vec<&str> = path.split('/').skip(1).collect();
    for (at, segment) in segments.iter().enumerate() {
        let is_last = at + 1 == segments.len();
        match *segment {
            "." | ".." => {
                if *segment == ".." {
                    out.pop();
                }
                if is_last {
                    out.push("");
                }
            }
            segment => out.push(segment),
        }
    }
    format!("/{}", out.join("/"))
}

/// Decodes `%D9%87`.
pub fn decode(text: &str) -> String {
    let mut bytes = Vec::new();
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let digits = after.get(..2).and_then(|it| std::str::from_utf8(it).ok()).filter(|_| *first == b'%');
        match digits.and_then(|it| u8::from_str_radix(it, 16).ok()) {
            Some(byte) => (bytes.push(byte), rest = &after[2..]),
            None => (bytes.push(*first), rest = after),
        };
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
