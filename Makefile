# SPDX-License-Identifier: Apache-2.0
# The front door. Each target installs what is missing, builds, and goes; the build itself is Meson.
BUILD ?= build

.PHONY: run test lint check bench build deps format new tables clean
run: build
	@tools/run_demo $(BUILD)
# What the suite kills is Abdi, never PostgreSQL, whose own promise is not what is tested: it need not write to the disk.
# make test ROOM=report: what concerns that room, its lint too.
test: deps
	@WITH_POSTGRES_FSYNC=off tools/with_postgres $(if $(ROOM),tools/test_room $(ROOM),tools/test_all)
lint: deps
	@tools/lint $(ROOM)
# Both at once, in the time of the longer.
check: deps
	@WITH_POSTGRES_FSYNC=off tools/with_postgres tools/check
bench: deps
	@tools/build $(BUILD)
	@tools/bench $(BUILD)
build:
	@tools/install_deps build
	@TARGETS=abdi tools/build $(BUILD)
deps:
	@tools/install_deps
format:
	@git ls-files -co --exclude-standard '*.c' '*.h' ':!tools/new_room.d' | xargs clang-format -i
# make new ROOM=agenda: the skeleton of a new room (docs/a-new-room.md).
new: deps
	@tools/new_room $(ROOM) $(if $(LABEL),"$(LABEL)")
	@tools/tables
# What docs/generated says of rooms and tables, written anew.
tables:
	@tools/tables
clean:
	@rm -rf build build-* out
