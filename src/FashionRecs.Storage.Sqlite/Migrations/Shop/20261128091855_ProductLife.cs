using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.Sqlite.Migrations.Shop
{
    /// <inheritdoc />
    public partial class ProductLife : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "Deleted",
                table: "Products",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Unseen",
                table: "GroundTruthTags",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "DroppedBy",
                table: "Annotations",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Unseen",
                table: "Annotations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            // What bulk edits said until now was said without a look at each product.
            foreach (var table in new[] { "Annotations", "GroundTruthTags" })
            {
                migrationBuilder.Sql($"""UPDATE "{table}" SET "Unseen" = 1 WHERE "Marks" <> '' AND "ActId" IN (SELECT "Id" FROM "ReviewActs" WHERE "Kind" = 'Bulk')""");
            }

            migrationBuilder.CreateTable(
                name: "ProductChanges",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Act = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProductId = table.Column<string>(type: "TEXT", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ProductChanges", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ProductChanges_Act",
                table: "ProductChanges",
                column: "Act");

            migrationBuilder.CreateIndex(
                name: "IX_ProductChanges_ProductId",
                table: "ProductChanges",
                column: "ProductId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ProductChanges");

            migrationBuilder.DropColumn(
                name: "Deleted",
                table: "Products");

            migrationBuilder.DropColumn(
                name: "Unseen",
                table: "GroundTruthTags");

            migrationBuilder.DropColumn(
                name: "DroppedBy",
                table: "Annotations");

            migrationBuilder.DropColumn(
                name: "Unseen",
                table: "Annotations");
        }
    }
}
