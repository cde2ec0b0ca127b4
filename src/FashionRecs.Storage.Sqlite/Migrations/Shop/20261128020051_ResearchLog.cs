using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.Sqlite.Migrations.Shop
{
    /// <inheritdoc />
    public partial class ResearchLog : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AvailableReason",
                table: "Outcomes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Question",
                table: "Outcomes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "View",
                table: "Outcomes",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PseudonymKey",
                table: "Experiments",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "DeletedUnits",
                columns: table => new
                {
                    Experiment = table.Column<string>(type: "TEXT", nullable: false),
                    Phase = table.Column<int>(type: "INTEGER", nullable: false),
                    Arm = table.Column<string>(type: "TEXT", nullable: false),
                    Count = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DeletedUnits", x => new { x.Experiment, x.Phase, x.Arm });
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "DeletedUnits");

            migrationBuilder.DropColumn(
                name: "AvailableReason",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "Question",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "View",
                table: "Outcomes");

            migrationBuilder.DropColumn(
                name: "PseudonymKey",
                table: "Experiments");
        }
    }
}
