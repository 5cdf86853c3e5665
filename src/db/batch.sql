-- SPDX-License-Identifier: Apache-2.0
-- What the planner knows of the tables that are filled in one go; on PostgreSQL of those alone,
-- since the plans of their foreign keys are made anew.
-- :include base/job.h

-- :name statistics_renew :changed :shared :sqlite
ANALYZE;

-- :name statistics_renew :changed :shared :postgres
ANALYZE unit, jabatan, pegawai, akun, akun_peran, kunci_masuk;
