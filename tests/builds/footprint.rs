//! What a table costs at run time, measured without a clock: data and code.

use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;

use iced_x86::{Decoder, DecoderOptions, FlowControl, Instruction};
use ineo_codes_tests::{Package, run, target};
use object::{Object, ObjectSection, ObjectSymbol, RelocationTarget, SectionKind, SymbolKind};

/// Loops, since it is in loops that LLVM makes branches of conditions.
const LIBRARY: &str = r#"
use std::hint::black_box;

#[ineo_codes::codes("table.toml")]
pub enum Code {}

#[inline(never)]
pub fn codes_to_variants(codes: &[u16]) {
    codes.iter().for_each(|code| _ = black_box(Code::from_code(*code)));
}

#[inline(never)]
pub fn codes_to_messages(codes: &[u16]) {
    codes.iter().for_each(|code| _ = black_box(Code::from_code(*code).message()));
}

#[inline(never)]
pub fn codes_to_categories(codes: &[u16]) {
    codes.iter().for_each(|code| _ = black_box(Code::from_code(*code).category()));
}

#[inline(never)]
pub fn codes_to_retries(codes: &[u16]) {
    codes.iter().for_each(|code| _ = black_box(Code::from_code(*code).retry()));
}

#[inline(never)]
pub fn names_to_codes(names: &[&str]) {
    names.iter().for_each(|name| _ = black_box((Code::named(name), name.parse::<Code>())));
}
"#;

/// A crate with nothing but a table and lookups in it, as rustc compiled it in release mode.
struct Compiled {
    repr: &'static str,
    rows: usize,
    /// The bytes of the texts of all rows: name, variant and messages.
    texts: usize,
    archive: Vec<u8>,
}

impl Compiled {
    fn new(repr: &'static str, rows: usize) -> Self {
        let is_text = repr == "text";
        let max_length = if is_text { "max-length = 5\n" } else { "" };
        let mut table = format!(
            "[table]\nrepr = {repr:?}\n{max_length}languages = [\"en\", \"fa\"]\n[categories]\nsent = \"It went well.\"\nfailed = \"It did not.\"\n\
             [unrecognized]\ncategory = \"failed\"\nretry = \"backoff\"\n"
        );
        let mut texts = 0;
        for row in 0..rows {
            // Adjacent codes: this test doesn't measure the index of a page table.
            let (name, variant) = (format!("code_{row:05}"), format!("Code{row:05}"));
            let (en, fa) = (format!("The code is {row:05}."), format!("کد {row:05} است."));
            let (category, retry) = if row % 3 == 0 { ("sent", "never") } else { ("failed", "backoff") };
            let code = if is_text { format!("\"{row:05}\"") } else { row.to_string() };
            texts += name.len() + variant.len() + en.len() + fa.len();
            write!(
                table,
                "[[code]]\ncode = {code}\nname = {name:?}\ncategory = {category:?}\nretry = {retry:?}\n\
                 message = {{ en = {en:?}, fa = {fa:?} }}\n"
            )
            .expect("a String takes all");
        }
        let name = format!("table-of-{rows}-{repr}");
        let package = Package::new(&name, "\n[profile.release]\ncodegen-units = 1\n");
        package.write("src/lib.rs", &LIBRARY.replace("u16", if is_text { "ineo_codes::Text<5>" } else { repr }));
        package.write("table.toml", &table);
        run(package.cargo().args(["build", "--release"]));
        let library = target().join("release").join(format!("lib{}.rlib", name.replace('-', "_")));
        Self { repr, rows, texts, archive: read(&library) }
    }

    /// The object files, one after the other.
    fn objects(&self) -> impl Iterator<Item = object::File<'_>> {
        let archive = object::read::archive::ArchiveFile::parse(&*self.archive).expect("a library is an archive");
        archive.members().filter_map(|member| {
            let data = member.expect("the archive is sound").data(&*self.archive).expect("the archive is sound");
            // The compiler's own metadata is there too.
            object::File::parse(data).ok()
        })
    }

    /// The bytes of all sections of these kinds.
    fn bytes(&self, kinds: &[SectionKind]) -> u64 {
        let of_object = |file: object::File<'_>| -> u64 {
            file.sections().filter(|section| kinds.contains(&section.kind())).map(|section| section.size()).sum()
        };
        self.objects().map(of_object).sum()
    }

    /// The bytes of all data. What holds addresses counts as writable in some formats: the loader fills it in.
    fn data(&self) -> u64 {
        use SectionKind::{Data, ReadOnlyData, ReadOnlyDataWithRel, ReadOnlyString};
        self.bytes(&[ReadOnlyData, ReadOnlyString, ReadOnlyDataWithRel, Data])
    }

    fn code(&self) -> u64 {
        self.bytes(&[SectionKind::Text])
    }

    /// A function's code, and the functions that it calls. Of several with this name it is the largest, which the others call.
    fn function(&self, name: &str) -> (Vec<u8>, Vec<String>) {
        for file in self.objects() {
            let functions = file.symbols().filter(|symbol| {
                symbol.kind() == SymbolKind::Text && symbol.name().is_ok_and(|symbol| symbol.contains(name))
            });
            let Some(function) = functions.max_by_key(ObjectSymbol::size) else { continue };
            let section = function.section_index().expect("the function is defined");
            let section = file.section_by_index(section).expect("the file is sound");
            let code = section.data_range(function.address(), function.size()).expect("the file is sound");
            let places = function.address()..function.address() + function.size();
            let called = section.relocations().filter(|(at, _)| places.contains(at)).filter_map(|(_, relocation)| {
                let RelocationTarget::Symbol(symbol) = relocation.target() else { return None };
                let symbol = file.symbol_by_index(symbol).ok()?;
                let is_data = symbol.kind() == SymbolKind::Data || symbol.kind() == SymbolKind::Section;
                (!is_data).then(|| symbol.name().unwrap_or_default().to_owned())
            });
            return (code.expect("the function has code").to_vec(), called.collect());
        }
        panic!("the library has no function {name}");
    }
}

fn read(file: &Path) -> Vec<u8> {
    fs::read(file).expect("the library is there")
}

/// One table with twice as many rows as the other, with numbers of the same width in both.
static SMALL: LazyLock<Compiled> = LazyLock::new(|| Compiled::new("u16", 2_048));
static LARGE: LazyLock<Compiled> = LazyLock::new(|| Compiled::new("u16", 4_096));

#[test]
fn a_row_takes_its_texts_and_at_most_64_bytes() {
    let rows = LARGE.rows - SMALL.rows;
    let data = usize::try_from(LARGE.data() - SMALL.data()).expect("the data of a library fits");
    let texts = LARGE.texts - SMALL.texts;
    assert!(data > texts, "{data} bytes of data, of which {texts} of texts: the texts have been missed");
    let of_row = (data - texts).div_ceil(rows);
    println!("{of_row} bytes for each row beside its texts");
    assert!(of_row <= 64, "{of_row} bytes for each row beside its texts");
}

#[test]
fn code_does_not_grow_with_the_rows() {
    let [small, large] = [&SMALL, &LARGE].map(|compiled| compiled.code());
    println!("{small} bytes of code for {} rows, {large} for {}", SMALL.rows, LARGE.rows);
    assert!(small > 0);
    // There are a few bytes between constants.
    assert!(large.abs_diff(small) <= 64, "{small} bytes of code for {} rows, {large} for {}", SMALL.rows, LARGE.rows);
}

/// How many instructions a function has, and how many of them are conditional jumps.
fn instructions(code: &[u8]) -> [usize; 2] {
    let instructions: Vec<Instruction> = Decoder::new(64, code, DecoderOptions::NONE).into_iter().collect();
    assert!(instructions.iter().all(|instruction| !instruction.is_invalid()), "no code of x86-64");
    let jumps = instructions.iter().filter(|instruction| instruction.flow_control() == FlowControl::ConditionalBranch);
    [instructions.len(), jumps.count()]
}

/// A branch on whether the table has a code mispredicts on random codes, and would cost more than the rest of the lookup.
#[test]
#[cfg_attr(not(all(target_os = "linux", target_arch = "x86_64")), ignore = "the instructions are those of x86-64")]
fn a_lookup_is_a_few_instructions_without_a_jump_to_foresee() {
    let wide = [("u32", 4_096), ("u64", 4_096), ("u64", 29)].map(|(repr, rows)| Compiled::new(repr, rows));
    // The loop jumps when it begins and when it goes on. A lookup jumps where the index holds no such row, and that to the
    // category where the table has no such category: never.
    let limits = [
        ("codes_to_variants", 27, 32, 3),
        ("codes_to_messages", 28, 36, 3),
        ("codes_to_categories", 31, 39, 4),
        ("codes_to_retries", 32, 42, 3),
    ];
    for compiled in [&LARGE].into_iter().map(|large| &**large).chain(&wide) {
        for (name, of_pages, of_cells, jumps_at_most) in limits {
            let (code, called) = compiled.function(name);
            let [count, jumps] = instructions(&code);
            let repr = format!("{} of {} rows", compiled.repr, compiled.rows);
            println!("{repr}, {name}: {count} instructions, {jumps} conditional jumps, calls {called:?}");
            let at_most = if compiled.repr == "u16" { of_pages } else { of_cells };
            assert!(count > 0 && count <= at_most, "{repr}, {name}: {count} instructions");
            assert!(jumps <= jumps_at_most, "{repr}, {name}: {jumps} conditional jumps");
            assert!(
                called.iter().all(|called| called.contains("unreachable")),
                "{repr}, {name} calls {called:?}: is there a check that may fail?"
            );
        }
    }
}

/// A text of up to 7 bytes is looked up as a number of 64 bits is.
#[test]
#[cfg_attr(not(all(target_os = "linux", target_arch = "x86_64")), ignore = "the instructions are those of x86-64")]
fn a_short_text_is_found_without_a_jump_to_foresee() {
    let compiled = Compiled::new("text", 29);
    for (name, at_most, jumps_at_most) in
        [("codes_to_variants", 42, 3), ("codes_to_messages", 38, 3), ("codes_to_categories", 41, 4)]
    {
        let (code, called) = compiled.function(name);
        let [count, jumps] = instructions(&code);
        println!("{name}: {count} instructions, {jumps} conditional jumps, calls {called:?}");
        assert!(count <= at_most && jumps <= jumps_at_most, "{name}: {count} instructions, {jumps} conditional jumps");
        assert!(called.iter().all(|called| called.contains("unreachable")), "{name} calls {called:?}");
    }
}

/// The same holds for `named`: whether the table has a name decides no jump. Whoever parses a name jumps there anyway, so
/// `FromStr` jumps as soon as it can.
#[test]
#[cfg_attr(not(all(target_os = "linux", target_arch = "x86_64")), ignore = "the instructions are those of x86-64")]
fn a_name_is_found_by_few_instructions_and_jumps() {
    // The jumps of `named` are for the length of the name, a position that no index has, and a text that is too long for
    // words. All other names are found in `codes_aside`, whose jumps are for the length, and for what no index has.
    for (name, at_most, jumps_at_most) in [("named", 67, 3), ("codes_aside", 32, 4), ("find_name", 78, 10)] {
        let (code, called) = LARGE.function(name);
        let [count, jumps] = instructions(&code);
        println!("{name}: {count} instructions, {jumps} conditional jumps, calls {called:?}");
        assert!(count > 0 && count <= at_most, "{name}: {count} instructions");
        assert!(jumps <= jumps_at_most, "{name}: {jumps} conditional jumps");
    }
}

#[test]
fn a_name_is_compared_without_a_call_of_c() {
    let undefined = LARGE.objects().flat_map(|file| -> Vec<String> {
        let undefined = file.symbols().filter(|symbol| symbol.is_undefined() && symbol.kind() != SymbolKind::Section);
        undefined.map(|symbol| symbol.name().unwrap_or_default().to_owned()).collect()
    });
    let undefined: Vec<String> = undefined.collect();
    assert!(undefined.iter().any(|name| name.contains("find_long")), "what is called is missed: {undefined:?}");
    assert!(!undefined.iter().any(|name| name.ends_with("bcmp") || name.ends_with("memcmp")), "{undefined:?}");
}
