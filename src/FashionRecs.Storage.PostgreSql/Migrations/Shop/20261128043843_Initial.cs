using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace FashionRecs.Storage.PostgreSql.Migrations.Shop
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Annotations",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Decides = table.Column<bool>(type: "boolean", nullable: false),
                    ProductId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Attribute = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Marks = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Box = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    BoxShare = table.Column<float>(type: "real", nullable: false),
                    Reviewer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    Comment = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ActId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Annotations", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "CatalogImportItems",
                columns: table => new
                {
                    ImportId = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Source = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Outcome = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ProductId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Facts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Picture = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Tags = table.Column<byte[]>(type: "bytea", nullable: true),
                    Fingerprint = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogImportItems", x => new { x.ImportId, x.Position });
                });

            migrationBuilder.CreateTable(
                name: "CatalogImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Content = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    State = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Trouble = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    EndedMilliseconds = table.Column<long>(type: "bigint", nullable: true),
                    Worker = table.Column<Guid>(type: "uuid", nullable: true),
                    HeldUntilMilliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogImports", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "CatalogRevision",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CatalogRevision", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "DeletedUnits",
                columns: table => new
                {
                    Experiment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Phase = table.Column<int>(type: "integer", nullable: false),
                    Arm = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletedUnits", x => new { x.Experiment, x.Phase, x.Arm });
                });

            migrationBuilder.CreateTable(
                name: "EarlierPredictions",
                columns: table => new
                {
                    ProductId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Picture = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Tags = table.Column<byte[]>(type: "bytea", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EarlierPredictions", x => new { x.ProductId, x.Fingerprint, x.Picture });
                });

            migrationBuilder.CreateTable(
                name: "Events",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Shopper = table.Column<Guid>(type: "uuid", nullable: false),
                    Signal = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProductId = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Amounts = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ValueCode = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Vocabulary = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    VocabularyVersion = table.Column<int>(type: "integer", nullable: true),
                    Position = table.Column<int>(type: "integer", nullable: true),
                    Weight = table.Column<double>(type: "double precision", nullable: true),
                    Impression = table.Column<Guid>(type: "uuid", nullable: true),
                    Undoes = table.Column<Guid>(type: "uuid", nullable: true),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Events", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Experiments",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PseudonymKey = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Experiments", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "Exposures",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Experiment = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Unit = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Document = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Exposures", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "GroundTruthTags",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Status = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    ProductId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Attribute = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Marks = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Box = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    BoxShare = table.Column<float>(type: "real", nullable: false),
                    Reviewer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    Comment = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ActId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_GroundTruthTags", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Impressions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Shopper = table.Column<Guid>(type: "uuid", nullable: false),
                    Place = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Products = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Impressions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Outcomes",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ExposureId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<double>(type: "double precision", nullable: false),
                    Product = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Reason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Part = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    View = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    AvailableReason = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Question = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Outcomes", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Products",
                columns: table => new
                {
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Type = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Group = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Section = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Colour = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Pattern = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Price = table.Column<decimal>(type: "numeric", nullable: true),
                    Description = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Picture = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    PictureWidth = table.Column<int>(type: "integer", nullable: false),
                    PictureHeight = table.Column<int>(type: "integer", nullable: false),
                    Fingerprint = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Tags = table.Column<byte[]>(type: "bytea", nullable: true),
                    Removed = table.Column<bool>(type: "boolean", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Products", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RegionChecks",
                columns: table => new
                {
                    ProductId = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Parts = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RegionChecks", x => new { x.ProductId, x.Fingerprint });
                });

            migrationBuilder.CreateTable(
                name: "ReviewActs",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Reviewer = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Summary = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Target = table.Column<Guid>(type: "uuid", nullable: true),
                    Undone = table.Column<bool>(type: "boolean", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReviewActs", x => x.Sequence);
                });

            migrationBuilder.CreateTable(
                name: "Settings",
                columns: table => new
                {
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Value = table.Column<string>(type: "text", nullable: false, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Settings", x => x.Name);
                });

            migrationBuilder.CreateTable(
                name: "Shoppers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Revision = table.Column<long>(type: "bigint", nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    CreatedMilliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Shoppers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Weights",
                columns: table => new
                {
                    Fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Path = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    Report = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Weights", x => x.Fingerprint);
                });

            migrationBuilder.CreateTable(
                name: "WeightsUses",
                columns: table => new
                {
                    Sequence = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Fingerprint = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Person = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    AtMilliseconds = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_WeightsUses", x => x.Sequence);
                });

            migrationBuilder.InsertData(
                table: "CatalogRevision",
                columns: new[] { "Id", "Revision" },
                values: new object[] { 1, 0L });

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_ActId",
                table: "Annotations",
                column: "ActId");

            migrationBuilder.CreateIndex(
                name: "IX_Annotations_ProductId_Attribute",
                table: "Annotations",
                columns: new[] { "ProductId", "Attribute" });

            migrationBuilder.CreateIndex(
                name: "IX_CatalogImports_State",
                table: "CatalogImports",
                column: "State");

            migrationBuilder.CreateIndex(
                name: "IX_Events_Id",
                table: "Events",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Events_Shopper_Sequence",
                table: "Events",
                columns: new[] { "Shopper", "Sequence" });

            migrationBuilder.CreateIndex(
                name: "IX_Exposures_Experiment",
                table: "Exposures",
                column: "Experiment");

            migrationBuilder.CreateIndex(
                name: "IX_Exposures_Id",
                table: "Exposures",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Exposures_Unit",
                table: "Exposures",
                column: "Unit");

            migrationBuilder.CreateIndex(
                name: "IX_GroundTruthTags_ProductId_Attribute",
                table: "GroundTruthTags",
                columns: new[] { "ProductId", "Attribute" });

            migrationBuilder.CreateIndex(
                name: "IX_Impressions_Shopper",
                table: "Impressions",
                column: "Shopper");

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_ExposureId",
                table: "Outcomes",
                column: "ExposureId");

            migrationBuilder.CreateIndex(
                name: "IX_Outcomes_Id",
                table: "Outcomes",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Products_Revision",
                table: "Products",
                column: "Revision");

            migrationBuilder.CreateIndex(
                name: "IX_ReviewActs_Id",
                table: "ReviewActs",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReviewActs_Reviewer_Sequence",
                table: "ReviewActs",
                columns: new[] { "Reviewer", "Sequence" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Annotations");

            migrationBuilder.DropTable(
                name: "CatalogImportItems");

            migrationBuilder.DropTable(
                name: "CatalogImports");

            migrationBuilder.DropTable(
                name: "CatalogRevision");

            migrationBuilder.DropTable(
                name: "DeletedUnits");

            migrationBuilder.DropTable(
                name: "EarlierPredictions");

            migrationBuilder.DropTable(
                name: "Events");

            migrationBuilder.DropTable(
                name: "Experiments");

            migrationBuilder.DropTable(
                name: "Exposures");

            migrationBuilder.DropTable(
                name: "GroundTruthTags");

            migrationBuilder.DropTable(
                name: "Impressions");

            migrationBuilder.DropTable(
                name: "Outcomes");

            migrationBuilder.DropTable(
                name: "Products");

            migrationBuilder.DropTable(
                name: "RegionChecks");

            migrationBuilder.DropTable(
                name: "ReviewActs");

            migrationBuilder.DropTable(
                name: "Settings");

            migrationBuilder.DropTable(
                name: "Shoppers");

            migrationBuilder.DropTable(
                name: "Weights");

            migrationBuilder.DropTable(
                name: "WeightsUses");
        }
    }
}
