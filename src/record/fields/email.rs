//! `email`: an e-mail address.

use super::{FieldType, Raw};
use crate::{diag::Diagnostic, record::Value};

/// The type.
pub static EMAIL: FieldType = FieldType {
    name: "email",
    doc: "An e-mail address without a name and without `mailto:`.",
    options: &[],
    expected: "type-email",
    is_many: false,
    read,
    translate: None,
};

fn read(raw: &Raw<'_>, sink: &mut Vec<Diagnostic>) -> Option<Value> {
    let text = raw.text.trim();
    if is_email(text) {
        return Some(Value::Plain(text.to_owned()));
    }
    sink.push(raw.refuse());
    None
}

/// A modest check: only a message sent can tell whether an address exists.
fn is_email(text: &str) -> bool {
    let Some((name, domain)) = text.split_once('@') else { return false };
    let is_domain = domain.contains('.') && domain.split('.').all(|it| !it.is_empty());
    let is_plain = !text.chars().any(|it| {
        it.is_whitespace() || it.is_control() || matches!(it, '<' | '>' | ',' | ';' | ':' | '"' | '/' | '?' | '&')
    });
    !name.is_empty() && is_domain && is_plain && !domain.contains('@')
}

#[cfg(test)]
mod tests {
    use crate::record::{
        Value,
        fields::testing::{reads, refuses},
    };

    #[test]
    fn addresses_are_read() {
        for text in ["info@example.org", "a.b+c@mail.example.org", "بريد@مثال.إختبار"] {
            reads("email", text, Value::Plain(text.into()));
        }
    }

    #[test]
    fn anything_else_is_refused() {
        for text in [
            "info",
            "info@example",
            "a@b@c.org",
            "mailto:a@b.org",
            "Name <a@b.org>",
            "a @b.org",
            "a@.org",
            "a@b.org?cc=d",
        ] {
            refuses("email", text, "record/bad-value");
        }
    }
}
