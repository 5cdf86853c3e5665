-- SPDX-License-Identifier: Apache-2.0
-- The language an account reads its pages in ('id', 'en'); '' until somebody chooses: then the browser's choice holds.
ALTER TABLE akun ADD COLUMN bahasa TEXT NOT NULL DEFAULT '';
