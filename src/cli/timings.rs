//! `--timings`: a table of stages.

use std::time::Duration;

use crate::{
    locale::{Locale, ids},
    pipeline::Stage,
};

/// Writes one line per stage: milliseconds, items, name. Numbers come first, so that the columns hold in any script.
pub fn table(stages: &[Stage], locale: &Locale) -> String {
    let row = |wall: &str, items: &str, name: &str| format!("{wall:>10} {items:>8}  {name}\n");
    let ms = |wall: Duration| format!("{:.1}", wall.as_secs_f64() * 1000.0);
    let mut out = row("ms", &locale.text(ids::CLI_TIMINGS_ITEMS), &locale.text(ids::CLI_TIMINGS_STAGE));
    for it in stages {
        let name = locale.by_name(&format!("cli-stage-{}", it.name)).unwrap_or_else(|| it.name.to_owned());
        let items = it.items.map_or_else(String::new, |it| it.to_string());
        out.push_str(&row(&ms(it.wall), &items, &name));
    }
    let total = stages.iter().map(|it| it.wall).sum();
    out.push_str(&row(&ms(total), "", &locale.text(ids::CLI_TIMINGS_TOTAL)));
    out
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::table;
    use crate::{locale::Locale, pipeline::Stage};

    #[test]
    fn stages_stand_in_lines_with_their_sum() {
        let stages = [
            Stage { name: "load", wall: Duration::from_micros(1500), items: Some(63) },
            Stage { name: "resolve", wall: Duration::from_micros(250), items: None },
        ];
        let out = table(&stages, &Locale::embedded("en").expect("it is embedded"));
        let rows: Vec<Vec<&str>> = out.lines().map(|it| it.split_whitespace().collect()).collect();
        assert_eq!(
            rows,
            [vec!["ms", "items", "stage"], vec!["1.5", "63", "load"], vec!["0.2", "resolve"], vec!["1.8", "total"]]
        );
    }
}
