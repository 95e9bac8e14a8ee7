import { auditShipped } from './shipped/audit.ts';

// `npm run audit-shipped`: asks whether weaknesses are known of the packages that are bundled. 0: none; 1: these;
// 2: it couldn't be asked, which says nothing either way.
const { packages, advisories } = await auditShipped();
if (advisories === undefined) {
  console.log(
    `Not checked: the registry gives no audit here. Nothing is known of the ${packages} bundled packages.`,
  );
  process.exitCode = 2;
} else if (advisories.length === 0) {
  console.log(`No weakness is known of the ${packages} packages that are bundled.`);
} else {
  for (const { name, version, severity, range, titles } of advisories)
    console.log(`${name} ${version}: ${severity}, in ${range}. ${titles.join('; ')}`);
  process.exitCode = 1;
}
