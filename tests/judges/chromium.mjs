// SPDX-License-Identifier: GPL-3.0-or-later
import { chromium } from 'playwright-core';

export const executablePath = '/usr/bin/chromium';
/** It asks nobody for anything by itself. */
export const quiet = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
  '--disable-component-update', '--disable-sync'];

export const launchChromium = (options = {}) => chromium.launch({ executablePath, args: quiet, ...options });
