-- SPDX-License-Identifier: Apache-2.0
-- Whether any row names a file of evidence, asked before the file is removed.
CREATE INDEX bukti_sha256 ON bukti (instansi_id, sha256) WHERE sha256 <> '';
