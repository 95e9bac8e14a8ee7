import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { createUnifiedLanguageServer } from 'unified-language-server';

/* A language server that parses front matter and GFM as ours does, and has no rule at all. */

createUnifiedLanguageServer({
  ignoreName: '.remarkignore',
  packageField: 'remarkConfig',
  pluginPrefix: 'remark',
  rcName: '.remarkrc',
  processorName: 'remark',
  processorSpecifier: 'remark',
  defaultProcessor: remark().use(remarkFrontmatter).use(remarkGfm),
});
