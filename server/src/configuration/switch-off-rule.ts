import { isMap, parseDocument } from 'yaml';

/**
 * The text of a configuration file with a rule switched off; comments and everything else are kept.
 * Undefined where the file can't be read as YAML, so that nothing of the user's is lost.
 */
export function switchOffRule(text: string, rule: string): string | undefined {
  const document = parseDocument(text.replace(/^\uFEFF/, ''), { logLevel: 'silent' });
  if (document.errors.length > 0 || (document.contents !== null && !isMap(document.contents)))
    return undefined;
  const settings = document.getIn(['rules', rule]);
  if (document.has('rules') && !isMap(document.get('rules')) && document.get('rules') !== null)
    return undefined;
  if (isMap(settings)) document.setIn(['rules', rule, 'severity'], 'off');
  else {
    if (document.get('rules') === null) document.set('rules', document.createNode({}));
    document.setIn(['rules', rule], 'off');
  }
  return document.toString({ lineWidth: 0 });
}
