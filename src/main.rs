//! Temporary.
use tashawur::{pipeline, source::Disk, write, locale::Locale, report};
fn main() {
    let args: Vec<String> = std::env::args().collect();
    let files = Disk::open(std::path::Path::new(&args[1])).unwrap();
    let out = write::Folder::open(std::path::Path::new(&args[2]), &write::FolderOptions{adopt:true,protected: write::Protected::site(std::path::Path::new(&args[1]), None),..Default::default()}).unwrap();
    let o = pipeline::build(&files, &pipeline::Options::default(), &out).unwrap();
    let l = Locale::embedded(args.get(3).map_or("en", |s| s)).unwrap();
    print!("{}", report::human(&o.diagnostics, &o.sources, &l, report::Style::default()));
    for s in &o.stages { println!("{:10} {:8.2} ms {}", s.name, s.seconds*1e3, s.items); }
    if !o.has_errors() { let p = out.publish().unwrap(); println!("{} pages, {:?}", o.pages, p.diagnostics.len()); }
}
