using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.Sqlite.Migrations.Shop
{
    /// <inheritdoc />
    public partial class Merchandising : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "ActId",
                table: "ReviewedTags",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Decides",
                table: "ReviewedTags",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "EarlierPredictions",
                columns: table => new
                {
                    ProductId = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Picture = table.Column<string>(type: "TEXT", nullable: false),
                    Tags = table.Column<byte[]>(type: "BLOB", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierPredictions", x => new { x.ProductId, x.Fingerprint, x.Picture });
                });

            migrationBuilder.CreateTable(
                name: "FinalTags",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ProductId = table.Column<string>(type: "TEXT", nullable: false),
                    Attribute = table.Column<string>(type: "TEXT", nullable: false),
                    Marks = table.Column<string>(type: "TEXT", nullable: false),
                    Box = table.Column<string>(type: "TEXT", nullable: true),
                    BoxShare = table.Column<float>(type: "REAL", nullable: false),
                    Reviewer = table.Column<string>(type: "TEXT", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    Comment = table.Column<string>(type: "TEXT", nullable: true),
                    Standing = table.Column<string>(type: "TEXT", nullable: false),
                    ActId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FinalTags", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "IntakeItems",
                columns: table => new
                {
                    IntakeId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", nullable: false),
                    Outcome = table.Column<string>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", nullable: true),
                    ProductId = table.Column<string>(type: "TEXT", nullable: true),
                    Facts = table.Column<string>(type: "TEXT", nullable: true),
                    Picture = table.Column<string>(type: "TEXT", nullable: true),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Tags = table.Column<byte[]>(type: "BLOB", nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IntakeItems", x => new { x.IntakeId, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "Intakes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Content = table.Column<string>(type: "TEXT", nullable: true),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", nullable: true),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    EndedMilliseconds = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Intakes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegionChecks",
                columns: table => new
                {
                    ProductId = table.Column<string>(type: "TEXT", nullable: false),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Parts = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegionChecks", x => new { x.ProductId, x.Fingerprint });
                });

            migrationBuilder.CreateTable(
                name: "ReviewActs",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Reviewer = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Summary = table.Column<string>(type: "TEXT", nullable: false),
                    Target = table.Column<Guid>(type: "TEXT", nullable: true),
                    Undone = table.Column<bool>(type: "INTEGER", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewActs", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Weights",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Path = table.Column<string>(type: "TEXT", nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Weights", x => x.Fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "WeightsUses",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Fingerprint = table.Column<string>(type: "TEXT", nullable: false),
                    Person = table.Column<string>(type: "TEXT", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeightsUses", x => x.Sequence);
                });

            migrationBuilder.CreateIndex(
                name: "IX_ReviewedTags_ActId",
                table: "ReviewedTags",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_FinalTags_ProductId_Attribute",
                table: "FinalTags",
                columns: new[] { "ProductId", "Attribute" });

            migrationBuilder.CreateIndex(
                name: "IX_Intakes_State",
                table: "Intakes",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewActs_Id",
                table: "ReviewActs",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewActs_Reviewer_Sequence",
                table: "ReviewActs",
                columns: new[] { "Reviewer", "Sequence" });

            // Opinions from before final tags were kept are in effect as they stand.
            migrationBuilder.Sql(
                """
                INSERT INTO FinalTags (ProductId, Attribute, Marks, Box, BoxShare, Reviewer, AtMilliseconds, Comment, Standing)
                SELECT ProductId, Attribute, Marks, Box, BoxShare, Reviewer, AtMilliseconds, Comment, 'Single' FROM ReviewedTags ORDER BY Sequence
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EarlierPredictions");

            migrationBuilder.DropTable(
                name: "FinalTags");

            migrationBuilder.DropTable(
                name: "IntakeItems");

            migrationBuilder.DropTable(
                name: "Intakes");

            migrationBuilder.DropTable(
                name: "RegionChecks");

            migrationBuilder.DropTable(
                name: "ReviewActs");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "Weights");

            migrationBuilder.DropTable(
                name: "WeightsUses");

            migrationBuilder.DropIndex(
                name: "IX_ReviewedTags_ActId",
                table: "ReviewedTags");

            migrationBuilder.DropColumn(
                name: "ActId",
                table: "ReviewedTags");

            migrationBuilder.DropColumn(
                name: "Decides",
                table: "ReviewedTags");
        }
    }
}
