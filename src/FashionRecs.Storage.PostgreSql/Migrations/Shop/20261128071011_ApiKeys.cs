using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace FashionRecs.Storage.PostgreSql.Migrations.Shop
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
                    Id = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Name = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Kind = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Scopes = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    CreatedMilliseconds = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresMilliseconds = table.Column<long>(type: "bigint", nullable: true),
                    RevokedMilliseconds = table.Column<long>(type: "bigint", nullable: true),
                    LastUseMilliseconds = table.Column<long>(type: "bigint", nullable: true),
                    SigningSecret = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ServerKey = table.Column<string>(type: "text", nullable: true, collation: "C")
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
