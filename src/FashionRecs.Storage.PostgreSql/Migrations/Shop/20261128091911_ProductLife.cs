using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FashionRecs.Storage.PostgreSql.Migrations.Shop
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Unseen",
                table: "GroundTruthTags",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "DroppedBy",
                table: "Annotations",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Unseen",
                table: "Annotations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // What bulk edits said until now was said without a look at each product.
            foreach (var table in new[] { "Annotations", "GroundTruthTags" })
            {
                migrationBuilder.Sql($"""UPDATE "{table}" SET "Unseen" = TRUE WHERE "Marks" <> '' AND "ActId" IN (SELECT "Id" FROM "ReviewActs" WHERE "Kind" = 'Bulk')""");
            }

            migrationBuilder.CreateTable(
                name: "ProductChanges",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Act = table.Column<Guid>(type: "uuid", nullable: false),
                    ProductId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Fields = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C")
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
