//! What a terminal shows, as SVG.

use std::fmt::Write as _;

const CHARACTER: f64 = 8.43;
const LINE: usize = 20;

/// The text in a terminal's window, under a command line. Colors are those of its escape sequences.
pub(crate) fn picture(command: &str, output: &str, label: &str) -> String {
    let lines: Vec<&str> = output.trim_end().lines().collect();
    let widest = lines.iter().map(|line| pieces(line).iter().map(|(_, text)| text.chars().count()).sum()).max();
    let columns: usize = widest.unwrap_or(0).max(command.len() + 2);
    #[allow(clippy::cast_precision_loss, reason = "a line is short")]
    let width = (columns as f64).mul_add(CHARACTER, 40.0);
    let height = (lines.len() + 1) * LINE + 36;
    let mut svg = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width:.0} {height}\" width=\"{width:.0}\" \
         height=\"{height}\" role=\"img\" aria-label=\"{label}\">\n<style>\n\
         text {{ font: 14px ui-monospace, \"SF Mono\", Menlo, Consolas, \"DejaVu Sans Mono\", monospace; fill: #d4d4d4; white-space: pre }}\n\
         .bold {{ font-weight: 600; fill: #fff }}\n.red {{ fill: #ff7b72 }}\n.green {{ fill: #7ee787 }}\n.yellow {{ fill: #e3b341 }}\n\
         .blue {{ fill: #79c0ff }}\n.cyan {{ fill: #76e3ea }}\n.magenta {{ fill: #d2a8ff }}\n.dim {{ fill: #8b949e }}\n</style>\n\
         <rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#161b22\"/>\n\
         <text x=\"20\" y=\"{LINE}\" dy=\"8\"><tspan class=\"dim\">$ </tspan><tspan class=\"bold\">{}</tspan></text>\n",
        escaped(command)
    );
    for (at, line) in lines.iter().enumerate() {
        write!(svg, "<text x=\"20\" y=\"{}\" dy=\"8\">", (at + 2) * LINE).expect("a String takes all");
        for (class, text) in pieces(line) {
            match class {
                "" => svg += &escaped(text),
                _ => write!(svg, "<tspan class=\"{class}\">{}</tspan>", escaped(text)).expect("a String takes all"),
            }
        }
        svg += "</text>\n";
    }
    svg + "</svg>\n"
}

/// The text of a picture, line by line.
pub(crate) fn text(svg: &str) -> Vec<String> {
    let lines = svg.lines().filter(|line| line.starts_with("<text"));
    let unmarked = lines.map(|line| {
        line.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, text)| text)).collect::<String>()
    });
    unmarked.map(|line| line.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")).collect()
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The pieces of a line between escape sequences, each with its class.
fn pieces(line: &str) -> Vec<(&'static str, &str)> {
    let mut class = "";
    let mut pieces = Vec::new();
    for (at, piece) in line.split('\u{1b}').enumerate() {
        let text = if at == 0 {
            piece
        } else {
            // Anything but a color, as `(B`, changes nothing.
            let end = piece.find(|c: char| c.is_ascii_alphabetic()).map_or(piece.len(), |end| end + 1);
            let (sequence, text) = piece.split_at(end);
            if let Some(codes) = sequence.strip_prefix('[').and_then(|rest| rest.strip_suffix('m')) {
                class = class_of(codes, class);
            }
            text
        };
        if !text.is_empty() {
            pieces.push((class, text));
        }
    }
    pieces
}

/// The class after a sequence: a color goes before bold, and both stay until they are reset.
fn class_of(codes: &str, before: &'static str) -> &'static str {
    let codes: Vec<&str> = codes.split(';').collect();
    let color = match codes.as_slice() {
        [.., "38", "5", color] => color.parse().unwrap_or(7),
        [.., code] => match code.parse::<u8>() {
            Ok(code @ 30..=37) => code - 30,
            Ok(code @ 90..=97) => code - 90,
            Ok(2) => return "dim",
            Ok(1) if before.is_empty() => return "bold",
            Ok(1) => return before,
            _ => return "",
        },
        [] => return "",
    };
    ["dim", "red", "green", "yellow", "blue", "magenta", "cyan", "bold"][usize::from(color % 8)]
}

#[test]
fn colors_become_classes_and_the_text_stays() {
    let svg = picture("a <b>", "\u{1b}[1m\u{1b}[91merror\u{1b}[0m: x & y\n\u{1b}[1;34m-->\u{1b}[39m z", "");
    assert!(svg.contains("<tspan class=\"red\">error</tspan>: x &amp; y"), "{svg}");
    assert!(svg.contains("<tspan class=\"blue\">--&gt;</tspan> z"), "{svg}");
    assert_eq!(text(&svg), ["$ a <b>", "error: x & y", "--> z"]);
}
