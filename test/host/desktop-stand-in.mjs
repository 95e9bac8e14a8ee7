#!/usr/bin/env node
// An executable that stands in for VS Code's desktop build; see desktop-stand-in.ts for what it does.
import { register } from 'tsx/esm/api';

register();
await import('./desktop-stand-in.ts');
