using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.Sqlite.Migrations.Shop
{
    /// <inheritdoc />
    public partial class ApiKeys : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "ApiKeys",
                columns: table => new
                {
                    Id = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", nullable: false),
                    Scopes = table.Column<string>(type: "TEXT", nullable: false),
                    Hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    CreatedMilliseconds = table.Column<long>(type: "INTEGER", nullable: false),
                    ExpiresMilliseconds = table.Column<long>(type: "INTEGER", nullable: true),
                    RevokedMilliseconds = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUseMilliseconds = table.Column<long>(type: "INTEGER", nullable: true),
                    SigningSecret = table.Column<string>(type: "TEXT", nullable: true),
                    ServerKey = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ApiKeys", x => x.Id);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ApiKeys");
        }
    }
}
