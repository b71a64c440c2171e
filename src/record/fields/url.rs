//! `url`: the address of a page on the web.

use super::{FieldType, Raw};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static URL: FieldType = FieldType {
    name: "url",
    doc: "A whole address on the web, with `http://` or `https://`.",
    options: &[],
    expected: "type-url",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    let text = raw.text.trim();
    if is_url(text) {
        return Some(Value::Plain(text.to_owned()));
    }
    let near = format!("https://{}", text.trim_start_matches('/'));
    let fault = raw.refuse();
    sink.push(if text.starts_with("www.") && is_url(&near) {
        fault.with("near", near.as_str()).hint("near").fix(raw.span, near, false)
    } else {
        fault
    });
    None
}

/// Tells whether a text is a whole web address. A modest check: scheme, host, and nothing that ends an address in running text or hides in it.
pub fn is_url(text: &str) -> bool {
    let Some(rest) = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")) else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let is_host = host.contains('.') && !host.starts_with('.') && !host.ends_with('.') && !host.contains("..");
    is_host && !text.chars().any(|it| it.is_whitespace() || it.is_control() || matches!(it, '<' | '>' | '"' | '\\' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}'))
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{offers, reads, refuses},
    };

    #[test]
    fn whole_web_addresses_are_read() {
        for text in ["https://example.org", "http://example.org/a?b=1#c", "https://مثال.إختبار/صفحة"] {
            reads("url", text, Value::Plain(text.into()));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "example.org",
            "javascript:alert(1)",
            "ftp://example.org",
            "https://",
            "https://a b.org",
            "/ar/",
            "https://localhost/",
        ] {
            refuses("url", text, "record/bad-value");
        }
        assert_eq!(offers("url", "www.example.org/ar"), Some(("https://www.example.org/ar".into(), false)));
    }
}
