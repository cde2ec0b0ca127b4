using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.Sqlite.Migrations.Shop
{
    /// <summary>
    /// Tables and words get the names of the field: annotations, ground-truth tags, catalog imports, skipped cards. Rows stay as they are.
    /// </summary>
    public partial class FieldNames : Migration
    {
        private static readonly (string Old, string New)[] Tables =
        [
            ("ReviewedTags", "Annotations"), ("FinalTags", "GroundTruthTags"), ("Intakes", "CatalogImports"), ("IntakeItems", "CatalogImportItems"),
        ];

        private static readonly (string Table, string Old, string New)[] Columns =
            [("GroundTruthTags", "Standing", "Status"), ("CatalogImportItems", "IntakeId", "ImportId")];

        private static readonly (string Table, string[] Columns)[] Indexes =
        [
            ("Annotations", ["ActId"]), ("Annotations", ["ProductId", "Attribute"]), ("GroundTruthTags", ["ProductId", "Attribute"]),
            ("CatalogImports", ["State"]),
        ];

        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            foreach (var (before, after) in Tables)
            {
                migrationBuilder.RenameTable(name: before, newName: after);
            }

            foreach (var (table, before, after) in Columns)
            {
                migrationBuilder.RenameColumn(name: before, table: table, newName: after);
            }

            foreach (var (table, columns) in Indexes)
            {
                var before = Array.Find(Tables, pair => pair.New == table).Old;
                migrationBuilder.Sql($"""DROP INDEX "IX_{before}_{string.Join('_', columns)}";""");
                migrationBuilder.CreateIndex(name: $"IX_{table}_{string.Join('_', columns)}", table: table, columns: columns);
            }

            migrationBuilder.Sql("""UPDATE "Events" SET "Signal" = 'Skipped' WHERE "Signal" = 'PassedOver';""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.Sql("""UPDATE "Events" SET "Signal" = 'PassedOver' WHERE "Signal" = 'Skipped';""");
            foreach (var (table, columns) in Indexes)
            {
                var before = Array.Find(Tables, pair => pair.New == table).Old;
                migrationBuilder.Sql($"""DROP INDEX "IX_{table}_{string.Join('_', columns)}";""");
                migrationBuilder.CreateIndex(name: $"IX_{before}_{string.Join('_', columns)}", table: table, columns: columns);
            }

            foreach (var (table, before, after) in Columns)
            {
                migrationBuilder.RenameColumn(name: after, table: table, newName: before);
            }

            foreach (var (before, after) in Tables)
            {
                migrationBuilder.RenameTable(name: after, newName: before);
            }
        }
    }
}
