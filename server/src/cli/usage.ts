/** The commands, in the order in which help lists them. */
export const commandNames = ['check', 'report', 'agreement', 'explain', 'server'] as const;

/** One of {@link commandNames}. */
export type CommandName = (typeof commandNames)[number];

const overview = `Supervision Lens reads reflective supervision notes in Markdown. It works on this machine alone.

Usage: supervision-lens COMMAND …

  check PATH…      read records and say what they show and what might be looked at
  report PATH… --out FILE
                   write what records show to a page, a Word document, a table or a QDA project
  agreement LABELS PATH…
                   say how far labels given by a person agree with what is read
  explain FILE     say why a file is or isn't read, and all that was found in it
  server --stdio   run the language server for an editor

  --help           this text; after a command, that command's
  --version        the version

Exit status: 0 all went well, 1 something reached --fail-on, 2 something couldn't be done.
`;

const check = `Usage: supervision-lens check [OPTION…] PATH…

Reads the files named, and in folders every file that says it is a supervision record.

  --format FORMAT   text (the default), json, ndjson or sarif
  --all             in folders, read every Markdown file
  --decide          json, ndjson: give the best guess where a passage is hard to tell
  --with-people     json, ndjson: give the names in headers as written, not as initials
  --fail-on LEVEL   exit with 1 if there is a finding at LEVEL or above:
                    hint, information, warning or error
  --redact          take names, numbers and places that are found out of all that is written; some may
                    be missed, so look before you pass it on
  --help            this text

A .supervision-lens.yaml in the file's folder, or the nearest one above it, says what is looked at.
A .supervision-lens.private.yaml there says who is who; its pseudonyms are what --redact writes.
`;

const report = `Usage: supervision-lens report PATH… --out FILE [OPTION…]

Reads records as check does and writes what they show to FILE; its ending says as what:

  .html    a page to read or print: what is done well, passages by culture, records over time
  .docx    the same for Word
  .csv     a table with a row for each passage
  .qdpx    a project for NVivo, ATLAS.ti, MAXQDA, QualCoder and the like (REFI-QDA 1.0)
  .qdc     the codes alone (REFI-QDA 1.0)

  --out FILE        where to write; what stands there is replaced once all is written
  --panel           only passages marked #bring or commented, without the balance of the notes
  --with-profile    with --panel: show the balance too
  --with-marks      keep tags and unanswered prompts in the texts
  --redact          take names, numbers and places that are found out of the report; some may be
                    missed, so look before you pass it on
  --all             in folders, read every Markdown file
  --help            this text

Comments are read from NAME.md.annotations.json beside each record (W3C Web Annotations). What has limited
circulation is left out, and the report says how much that is.
`;

const agreement = `Usage: supervision-lens agreement LABELS PATH…
       supervision-lens agreement LABELS --with OTHER-LABELS

Compares labels that a person gave to passages with what this tool reads in the records at PATH, or with a
second person's labels: agreement beyond chance (Cohen's kappa), figures for each label, a table of what was
read as what, and every passage on which the two differ.

LABELS is a text file with a line for each passage: its id, its label, and a second label or -, with tabs
between them. Ids are those of check --format json (monday#03: the third passage of monday.md).

  --with FILE   compare with the labels in FILE, without reading records
  --help        this text
`;

const explain = `Usage: supervision-lens explain FILE

Says why FILE is or isn't read as a supervision record, of what kind it is and why, what it shows, all that
was found in it, and what wasn't looked at and why.
`;

const server = `Usage: supervision-lens server --stdio

Runs the language server over standard input and output, for an editor that speaks LSP.
`;

const texts: Readonly<Record<CommandName, string>> = { check, report, agreement, explain, server };

/** The help on a command, or on all of them. */
export function usageText(command: CommandName | undefined): string {
  return command === undefined ? overview : texts[command];
}
