//! Translations by the front door: what is stale and what is accepted, ids that stay, and the way to translators and back.
#![allow(clippy::disallowed_methods, reason = "tests make sites on the disk and run the program")]

use serde_json::Value;
use support::{Run, Site, read_tree, repository};

mod support;

const LOCK: &str = "content/translations.lock";
const AR: &str = "---\ntitle: الميثاق\n---\n\n## الأعضاء\n\nالدول الأعضاء في الجامعة أعضاء في العملية.\n\n## الاجتماعات\n\n- يجتمع المجلس مرة في السنة.\n- تستضيفه دولة عضو.\n";
const EN: &str = "---\ntitle: Charter\n---\n\n## Members\n\nThe member states of the League are members of the process.\n\n## Meetings\n\n- The council meets once a year.\n- A member state hosts it.\n";
const KIND: &str = "kind: term\nlabel: {ar: مصطلح, en: Term}\nplural: {ar: مصطلحات, en: Terms}\npath: terms\nfields:\n  title: {type: text, translated: true, required: true}\n  note: {type: markdown, translated: true}\njsonld: {type: DefinedTerm, name: title}\n";
const TERM: &str = "kind: term\ntitle: {ar: \"مجلس\", en: \"Council\"}\nnote:\n  ar: \"انظر [[charter]].\"\n  en: \"See [[charter]].\"\n";

fn site() -> Site {
    Site::new([
        ("content/pages/charter.ar.md", AR),
        ("content/pages/charter.en.md", EN),
        ("content/kinds/term.yaml", KIND),
        ("content/terms/council.yaml", TERM),
    ])
}

fn accepted() -> Site {
    let site = site();
    translations(&site, &["accept"]).expect_code(0);
    site
}

fn translations(site: &Site, args: &[&str]) -> Run {
    site.run("translations", args)
}

fn status(site: &Site) -> Value {
    let run = translations(site, &["status", "--format", "json"]);
    serde_json::from_str(&run.stdout).unwrap_or_else(|it| panic!("{it}\n{}{}", run.stdout, run.stderr))
}

/// Returns the state of a block of the charter in a language.
fn state(site: &Site, id: &str, lang: &str) -> String {
    let all = status(site);
    let text = all["texts"].as_array().into_iter().flatten().find(|it| it["name"] == "pages/charter");
    let text = text.expect("the charter is told of");
    let block = text["blocks"].as_array().into_iter().flatten().find(|it| it["id"] == id);
    block.and_then(|it| it[lang].as_str()).unwrap_or("none").to_owned()
}

fn page(site: &Site, path: &str) -> String {
    site.build(&[]).expect_code(0);
    String::from_utf8(site.output()[path].clone()).expect("pages are text")
}

fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.path().join(path)).unwrap_or_default()
}

#[test]
fn without_a_lock_nothing_is_checked_and_no_page_speaks_of_it() {
    let site = site();
    site.build(&[]).expect_code(0);
    assert!(!site.output().keys().any(|it| it.contains("translations")));
    translations(&site, &["status"]).expect_code(1);
    assert!(!site.path().join(LOCK).exists(), "status writes nothing");
}

#[test]
fn accepting_twice_writes_the_same_bytes() {
    let site = accepted();
    let lock = read(&site, LOCK);
    assert!(lock.contains("[text pages/charter.ar]") && lock.contains("[record term/council.en]"), "{lock}");
    translations(&site, &["accept"]).expect_code(0);
    assert_eq!(read(&site, LOCK), lock);
    translations(&site, &["status"]).expect_code(0);
    assert!(site.build(&[]).expect_code(0).found().is_empty());
}

#[test]
fn a_change_in_one_language_makes_the_other_stale_until_it_follows() {
    let site = accepted();
    site.write("content/pages/charter.ar.md", &AR.replace("مرة في السنة", "مرتين في السنة"));
    assert_eq!((state(&site, "s2-p1", "ar").as_str(), state(&site, "s2-p1", "en").as_str()), ("fresh", "stale"));
    assert_eq!(state(&site, "s2-p2", "en"), "fresh");
    translations(&site, &["status"]).expect_code(1);
    let diff = translations(&site, &["diff"]).expect_code(0).stdout;
    for words in ["- ar: - يجتمع المجلس مرة في السنة.", "+ ar: - يجتمع المجلس مرتين في السنة.", "once a year"]
    {
        assert!(diff.contains(words), "{diff}");
    }
    let english = page(&site, "en/pages/charter/index.html");
    assert!(english.contains("class=stale") && english.contains("../../../ar/pages/charter/#s2-p1"), "{english}");
    assert!(!page(&site, "ar/pages/charter/index.html").contains("class=stale"));
    assert!(page(&site, "en/translations/index.html").contains("behind in English"));
    // Nobody has translated it: accepting the rest leaves it as it is.
    translations(&site, &["accept"]).expect_code(0);
    assert_eq!(state(&site, "s2-p1", "en"), "stale");
    site.write("content/pages/charter.en.md", &EN.replace("once a year", "twice a year"));
    assert_eq!(state(&site, "s2-p1", "en"), "unaccepted");
    translations(&site, &["accept", "pages/charter"]).expect_code(0);
    assert_eq!(state(&site, "s2-p1", "en"), "fresh");
    assert!(!page(&site, "en/pages/charter/index.html").contains("class=stale"));
}

#[test]
fn a_misspelling_mended_leaves_the_other_language_fresh() {
    let site = accepted();
    site.write("content/pages/charter.ar.md", &AR.replace("تستضيفه", "تستضيفها"));
    assert_eq!(state(&site, "s2-p2", "en"), "stale");
    translations(&site, &["accept", "--no-meaning-change", "content/pages/charter.ar.md"]).expect_code(0);
    assert_eq!(state(&site, "s2-p2", "en"), "fresh");
    translations(&site, &["status"]).expect_code(0);
}

#[test]
fn values_of_records_and_of_front_matter_are_compared_too() {
    let site = accepted();
    site.write("content/terms/council.yaml", &TERM.replace("\"مجلس\"", "\"مجلس الجامعة\""));
    site.write("content/pages/charter.en.md", &EN.replace("title: Charter", "title: The charter"));
    assert_eq!(state(&site, "front.title", "ar"), "stale");
    let all = status(&site);
    let term = all["texts"].as_array().into_iter().flatten().find(|it| it["name"] == "term/council").cloned();
    assert_eq!(term.expect("is told of")["languages"]["en"]["state"], "stale");
    assert!(page(&site, "en/terms/council/index.html").contains("class=stale"));
}

#[test]
fn citations_survive_rewording_reordering_and_insertion() {
    let site = accepted();
    site.write("content/pages/more.ar.md", "# مزيد\n\n[الاجتماعات](charter.md#s2) و[الاستضافة](charter.md#s2-p2)\n");
    site.write("content/pages/more.en.md", "# More\n\n[Meetings](charter.md#s2) and [hosts](charter.md#s2-p2)\n");
    let ar = "---\ntitle: الميثاق\n---\n\nفقرة أولى جديدة.\n\n## اجتماعات المجلس\n\n- بند جديد.\n- يجتمع المجلس مرة في السنة.\n- تستضيفه دولة عضو.\n\n## الأعضاء\n\nالدول الأعضاء في الجامعة أعضاء في العملية.\n";
    let en = "---\ntitle: Charter\n---\n\nA new first paragraph.\n\n## Meetings of the council\n\n- A new item.\n- The council meets once a year.\n- A member state hosts it.\n\n## Members\n\nThe member states of the League are members of the process.\n";
    site.write("content/pages/charter.ar.md", ar);
    site.write("content/pages/charter.en.md", en);
    for lang in ["ar", "en"] {
        let html = page(&site, &format!("{lang}/pages/charter/index.html"));
        let place = |id: &str| html.find(&format!("id={id}>")).unwrap_or_else(|| panic!("{id} is gone: {html}"));
        assert!(place("s2") < place("s2-p2") && place("s2-p2") < place("s1") && place("s1") < place("s1-p1"), "{html}");
    }
    assert!(!lines_of(&site).contains("link/"), "{}", lines_of(&site));
}

fn lines_of(site: &Site) -> String {
    support::lines(&site.build(&[]).found())
}

#[test]
fn a_merge_conflict_is_rebuilt_and_written_without_marks() {
    let site = accepted();
    let lock = read(&site, LOCK);
    let line = lock.lines().find(|it| it.starts_with("s2-p1 ")).expect("is locked").to_owned();
    let other = "s2-p1 i 0000000000000001 - نص آخر";
    site.write(LOCK, &lock.replacen(&line, &format!("<<<<<<< HEAD\n{other}\n=======\n{line}\n>>>>>>> branch"), 1));
    assert_eq!(lines_of(&site).split_whitespace().last(), Some("lock/conflict"));
    assert_eq!(state(&site, "s2-p1", "en"), "fresh");
    translations(&site, &["accept"]).expect_code(0);
    assert_eq!(read(&site, LOCK), lock);
}

#[test]
fn a_damaged_lock_is_told_with_its_place_and_accepting_mends_it() {
    let site = accepted();
    let lock = read(&site, LOCK);
    site.write(LOCK, &lock.replacen("s1 h2", "s1 h7", 1));
    assert!(site.build(&[]).expect_code(1).found().iter().any(|it| it.to_string().ends_with(":4 error lock/damaged")));
    translations(&site, &["accept"]).expect_code(0);
    assert_eq!(read(&site, LOCK), lock);
}

#[test]
fn wrong_use_is_told() {
    let site = accepted();
    for args in [&["publish"][..], &[], &["status", "pages/chartre"], &["status", "--format", "sarif"], &["import"]] {
        let run = translations(&site, args).expect_code(2);
        assert!(!run.stderr.is_empty() && run.stdout.is_empty(), "{args:?}");
    }
    assert!(translations(&site, &["status", "pages/chartr"]).stderr.contains("pages/charter"));
}

// ---- The way to translators and back ----

fn export(site: &Site, args: &[&str]) -> String {
    translations(site, &[&["export"], args].concat()).expect_code(0).stdout
}

fn import(site: &Site, document: &str) -> Run {
    site.write("back.xlf", document);
    let path = site.path().join("back.xlf");
    translations(site, &["import", &path.to_string_lossy()])
}

#[test]
fn the_whole_knowledge_base_comes_back_byte_for_byte() {
    let site = Site::new([]);
    for (path, bytes) in read_tree(&repository().join("content")) {
        site.write_bytes(&format!("content/{path}"), &bytes);
    }
    let before = read_tree(&site.path().join("content"));
    for to in ["en", "ar"] {
        let document = export(&site, &["--all", "--to", to]);
        assert!(document.matches("<unit ").count() > 800, "{} units", document.matches("<unit ").count());
        import(&site, &document).expect_code(0);
        let after = read_tree(&site.path().join("content"));
        let changed: Vec<&String> = before.keys().filter(|it| before.get(*it) != after.get(*it)).collect();
        assert!(changed.is_empty() && before.len() == after.len(), "{changed:?}");
    }
}

#[test]
fn a_changed_segment_changes_its_block_and_nothing_else() {
    let site = accepted();
    let document = export(&site, &["--all"]);
    assert!(document.contains("<note category=\"term\">مجلس = Council</note>"), "{document}");
    assert!(document.contains("<data id=\"d1\">- </data>") && !document.contains(">- The council"), "{document}");
    import(&site, &document.replace("The council meets once a year.", "The council meets every year.")).expect_code(0);
    assert_eq!(read(&site, "content/pages/charter.en.md"), EN.replace("once a year", "every year"));
    assert_eq!(read(&site, "content/pages/charter.ar.md"), AR);
    assert_eq!(read(&site, "content/terms/council.yaml"), TERM);
    import(&site, &document.replace(">Council<", ">The \"Council\"<")).expect_code(0);
    assert!(read(&site, "content/terms/council.yaml").contains("en: \"The \\\"Council\\\"\"}"));
}

#[test]
fn only_what_is_missing_or_stale_goes_out() {
    let site = accepted();
    assert_eq!(export(&site, &[]).matches("<unit ").count(), 0);
    site.write("content/pages/charter.ar.md", &AR.replace("مرة في السنة", "مرتين في السنة"));
    let document = export(&site, &[]);
    assert_eq!(document.matches("<unit ").count(), 1);
    assert!(document.contains("tashawur:stale"), "{document}");
    import(&site, &document.replace("once a year", "twice a year")).expect_code(0);
    translations(&site, &["accept"]).expect_code(0);
    translations(&site, &["status"]).expect_code(0);
}

#[test]
fn missing_blocks_values_and_texts_are_added() {
    let site = site();
    site.remove("content/pages/charter.en.md");
    site.write("content/terms/council.yaml", "kind: term\ntitle: {ar: \"مجلس\"}\nnote:\n  ar: \"انظر [[charter]].\"\n");
    site.write("content/kinds/term.yaml", &format!("{KIND}translations: optional\n"));
    let document = export(&site, &["--to", "en"]);
    let mut back = document.clone();
    for (ar, en) in [
        ("الميثاق", "Charter"),
        ("الأعضاء", "Members"),
        ("الدول الأعضاء في الجامعة أعضاء في العملية.", "The member states of the League are members of the process."),
        ("الاجتماعات", "Meetings"),
        ("يجتمع المجلس مرة في السنة.", "The council meets once a year."),
        ("تستضيفه دولة عضو.", "A member state hosts it."),
        ("مجلس", "Council"),
        ("انظر ", "See "),
    ] {
        let from = back.find(&format!(">{ar}<")).unwrap_or_else(|| panic!("{ar} goes out: {back}"));
        let line = back[..=from].rfind("<source>").expect("stands in a source");
        let end = line + back[line..].find("</source>").expect("ends") + "</source>".len();
        let target = back[line..end].replace("source>", "target>").replace(ar, en);
        back.insert_str(end, &target);
    }
    // Without one of its blocks the text is not begun.
    let cut = back.find("<target>Charter</target>").expect("is there");
    let open = format!("{}{}", &back[..cut], &back[cut + "<target>Charter</target>".len()..]);
    let run = import(&site, &open).expect_code(0);
    assert!(run.stderr.contains("pages/charter") && !site.path().join("content/pages/charter.en.md").exists());
    import(&site, &back).expect_code(0);
    assert_eq!(read(&site, "content/pages/charter.en.md"), EN);
    let term = read(&site, "content/terms/council.yaml");
    assert_eq!(
        term,
        "kind: term\ntitle: {ar: \"مجلس\", en: \"Council\"}\nnote:\n  ar: \"انظر [[charter]].\"\n  en: \"See [[charter]].\"\n"
    );
    // A block that one text lacks is put behind the one before it.
    site.write("content/pages/charter.en.md", &EN.replace("- A member state hosts it.\n", ""));
    let missing = export(&site, &["--to", "en"]);
    assert_eq!(missing.matches("<unit ").count(), 1, "{missing}");
    import(&site, &missing.replace("</source>", "</source><target><ph id=\"1\"/>A member state hosts it.</target>"))
        .expect_code(0);
    assert_eq!(read(&site, "content/pages/charter.en.md"), EN);
}

#[test]
fn a_document_that_cannot_be_used_changes_nothing() {
    let site = accepted();
    let document = export(&site, &["--all"]);
    let content = read_tree(&site.path().join("content"));
    let reworded = document.replace("once a year", "every year");
    let cut = &reworded[..reworded.len() - 40];
    let cases = [
        (cut.to_owned(), ":"),
        ("<html></html>".to_owned(), "back.xlf:1:1"),
        (document.replace("version=\"2.0\"", "version=\"1.2\""), "back.xlf:2:1"),
        (reworded.replace("trgLang=\"en\"", "trgLang=\"fr\""), "back.xlf:1:1"),
        (reworded.replace("id=\"text:pages:charter\"", "id=\"text:pages:gone\""), "text:pages:gone"),
        (reworded.replace("unit id=\"s2-p2\"", "unit id=\"s9\""), "s9"),
        (reworded.replace("every year.", "every year.\n\n## And more"), "back.xlf:"),
        (reworded.replacen("<ph id=\"1\" dataRef=\"d1\"/>", "<ph id=\"7\" dataRef=\"d9\"/>", 1), "d9"),
    ];
    for (document, place) in cases {
        let run = import(&site, &document).expect_code(1);
        assert!(run.stderr.contains(place), "{place}: {}", run.stderr);
        assert_eq!(read_tree(&site.path().join("content")), content, "{place}");
        let arabic = translations(&site, &["import", "back.xlf", "--lang", "ar"]).expect_code(1);
        assert!(arabic.stderr.contains("لم يُكتب شيء"), "{}", arabic.stderr);
    }
}
