// SPDX-License-Identifier: GPL-3.0-or-later
// Nothing: precompiled headers need a source to belong to.
