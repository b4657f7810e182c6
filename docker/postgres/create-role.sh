#!/bin/sh
# Runs once, on an empty volume: the application's role owns its database and nothing else; it is no superuser.
set -eu
psql --set ON_ERROR_STOP=1 --set password="$LIENKET_PASSWORD" --username postgres --dbname postgres <<'SQL'
create role lienket login nosuperuser nocreatedb nocreaterole nobypassrls password :'password';
create database lienket owner lienket;
SQL
