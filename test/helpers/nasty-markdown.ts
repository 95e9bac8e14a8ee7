import fc from 'fast-check';

/** Lines out of which nasty records are made: whatever opens, closes, nests, or nearly does. */
const lines = [
  '', '', '', '', 'A plain line about the visit.', '  indented by two', '    indented by four', '\tindented by a tab',
  '# Supervision RP 10.04.24', '## Cases #managed', '### Wellbeing', 'Setext', '===', '---', '***', '- - -',
  '- an item', '- another, #humanistic', '  - nested', '    - deeper', '  continued', '* star', '+ plus', '1. one', '2) two', '10. ten', '-', '- ',
  '- [ ] RP to ring by Friday', '- [x] done', '- ```', '- <!-- in an item', '- > quoted in an item',
  '> a quote', '> - list in a quote', '> ```', '>', 'lazy line', '```', '```md', '~~~', '````', '  ```', '   ~~~', '    ```',
  '<!-- culture: humanistic -->', '<!-- open', 'close -->', '<!-- supervision-lens-disable -->', 'text <!-- culture: managed -->', 'text <!-- open',
  '<div>', '</div>', '<script>', '</script>', '<pre>', '</pre>', '<?php', '?>', '<![CDATA[', ']]>', '<!DOCTYPE x', '<b>bold</b> text',
  '| Action | Who |', '|---|---|', '| ring | RP |', '| only one', 'a | b', '[ref]: https://example.org', 'see [ref] and [^1]', '[^1]: a note', '    more of the note',
  '**bold** and _italic_ and `code`', 'emoji 👩‍👧 and é', 'a &amp; b &lt; c', 'escaped \\* star', 'https://example.org/x and a@b.org', 'ends with spaces  ', 'ends with backslash\\',
] as const;

/** Markdown of up to thirty such lines with one kind of line ending. */
export const nastyMarkdown = fc
  .tuple(fc.array(fc.constantFrom(...lines), { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'))
  .map(([chosen, ending]) => chosen.join(ending));
