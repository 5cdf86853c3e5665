-- SPDX-License-Identifier: Apache-2.0
-- A key belongs to one deed with one content, and repeats the note of its answer too; old keys are found by their age.
ALTER TABLE kunci_sekali ADD COLUMN sidik {bytes}; -- of the form that was sent; none: from before this column
ALTER TABLE kunci_sekali ADD COLUMN catatan TEXT NOT NULL DEFAULT '';
UPDATE kunci_sekali SET perbuatan = '/lapor', hasil = '/lapor/' || hasil WHERE perbuatan = 'report.send';
CREATE INDEX kunci_sekali_umur ON kunci_sekali (instansi_id, created_at);
