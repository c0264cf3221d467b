package import Postgres

/// What a superuser prepares once in a cluster: the roles, and a database that the owner owns. It
/// may run any number of times.
///
/// Who owns the tables, who writes rows and who reads them are three roles. None is a superuser or
/// passes row-level security by; the server runs as `application`, and never as another.
package enum Bootstrap {
  /// Owns the schema and migrates it.
  package static let owner = "o2c_owner"
  /// Reads and writes the rows of one seller at a time.
  package static let application = "o2c_app"
  /// Reads the rows of one seller at a time.
  package static let reader = "o2c_reader"

  /// Makes the roles. Run as a superuser, in any database.
  package static func makeRoles(_ connection: Connection) async throws(PostgresError) {
    try await connection.script(roles)
  }

  /// Closes the database to everybody but the roles. Run as a superuser, in that database, which
  /// must belong to the owner.
  package static func closeDatabase(_ connection: Connection) async throws(PostgresError) {
    try await connection.script(rights)
  }

  /// The statements of a batch come with their keys and reach every row through an index. A plan
  /// made while a table was small may be kept when it has grown: without hash joins, merge joins,
  /// materialized inner sides and sequential scans there is no plan that goes wrong so. Reads turn
  /// these on again (`Tenancy.readOnly`).
  private static let roles = """
    DO $$
    DECLARE name text;
    BEGIN
      FOREACH name IN ARRAY ARRAY['o2c_owner', 'o2c_app', 'o2c_reader'] LOOP
        BEGIN
          EXECUTE format('CREATE ROLE %I', name);
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END;
        EXECUTE format('ALTER ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION '
          'NOBYPASSRLS', name);
        EXECUTE format('ALTER ROLE %I SET timezone = ''UTC''', name);
      END LOOP;
      ALTER ROLE o2c_app SET statement_timeout = '15s';
      ALTER ROLE o2c_app SET lock_timeout = '2s';
      ALTER ROLE o2c_app SET idle_in_transaction_session_timeout = '10s';
      ALTER ROLE o2c_app SET enable_hashjoin = off;
      ALTER ROLE o2c_app SET enable_mergejoin = off;
      ALTER ROLE o2c_app SET enable_material = off;
      ALTER ROLE o2c_app SET enable_seqscan = off;
      ALTER ROLE o2c_app SET jit = off;
      ALTER ROLE o2c_reader SET statement_timeout = '60s';
    END $$;
    """

  private static let rights = """
    DO $$
    BEGIN
      EXECUTE format('ALTER DATABASE %I OWNER TO o2c_owner', current_database());
      EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', current_database());
      EXECUTE format('GRANT CONNECT ON DATABASE %I TO o2c_app, o2c_reader', current_database());
    END $$;
    ALTER SCHEMA public OWNER TO o2c_owner;
    REVOKE ALL ON SCHEMA public FROM PUBLIC;
    GRANT USAGE ON SCHEMA public TO o2c_app, o2c_reader;
    ALTER DEFAULT PRIVILEGES FOR ROLE o2c_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
    """
}
