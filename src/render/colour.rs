//! Colours and how well one can be read on another (WCAG 2.2, "relative luminance" and "contrast ratio").

/// A colour without transparency.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Colour([u8; 3]);

/// Reads `#rgb` or `#rrggbb`.
pub fn parse(text: &str) -> Option<Colour> {
    let digits: Vec<u8> = text
        .strip_prefix('#')?
        .chars()
        .map(|it| it.to_digit(16).and_then(|it| u8::try_from(it).ok()))
        .collect::<Option<_>>()?;
    match digits.as_slice() {
        [r, g, b] => Some(Colour([r * 17, g * 17, b * 17])),
        [a, b, c, d, e, f] => Some(Colour([a * 16 + b, c * 16 + d, e * 16 + f])),
        _ => None,
    }
}

/// Returns the contrast of two colours, from 1 to 21, in hundredths: rounded down, so that 6.999 is no 7.
pub fn contrast(one: Colour, other: Colour) -> usize {
    let (one, other) = (luminance(one) + 0.05, luminance(other) + 0.05);
    let ratio = one.max(other) / one.min(other);
    // From 1 to 21, so the cast neither cuts nor overflows.
    (ratio * 100.0).floor() as usize
}

fn luminance(Colour(parts): Colour) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2])
}

#[cfg(test)]
mod tests {
    use super::{contrast, parse};

    fn between(one: &str, other: &str) -> usize {
        contrast(parse(one).expect("a colour"), parse(other).expect("a colour"))
    }

    #[test]
    fn contrast_is_that_of_the_guidelines() {
        assert_eq!(between("#000", "#ffffff"), 2100);
        assert_eq!(between("#777777", "#fff"), 447);
        assert_eq!(between("#0B4F5C", "#FFFFFF"), between("#fff", "#0b4f5c"));
    }

    #[test]
    fn only_hexadecimal_colours_are_colours() {
        for text in ["red", "#12", "#12345", "#12345g", "123456", "#1234567", "#٠٠٠"] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
